import MonitorCore

/// Cuts what is nested deeper than Monitor reads out of a JSON text, so that the rest of a delivery is not lost.
///
/// One pass over the bytes without recursion. The text need not be valid: what is left is validated afterwards.
struct DepthCut {
    /// What stands where something was cut.
    private static let note = Array(#""[cut: nested too deeply]""#.utf8)
    /// Leaves room for what wraps the payload.
    private static let depthLimit = Limits.jsonDepth - 8

    static func apply(to text: some Collection<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(text.count)
        var (depth, isString, isEscaped) = (0, false, false)
        for byte in text {
            let isInside = depth > depthLimit
            if isString {
                isString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                default: break
                }
            }
            if isInside { continue }
            if depth > depthLimit { kept += note } else { kept.append(byte) }
        }
        return kept
    }
}
