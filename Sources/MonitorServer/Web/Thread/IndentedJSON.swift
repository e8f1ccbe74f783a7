import MonitorCore

extension RawJSON {
    /// The value with line breaks, for people; numbers, key order and escapes stay as they were sent.
    var indented: String {
        var writer = JSONIndenter()
        for byte in bytes { writer.write(byte) }
        return String(decoding: writer.output, as: UTF8.self)
    }
}

/// Breaks the lines of minified JSON; deep nesting is indented no further, so that the text stays short.
private struct JSONIndenter {
    private(set) var output: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// A container has begun, and may be empty.
    private var isOpening = false

    private static let deepest = 16

    mutating func write(_ byte: UInt8) {
        if isInString { return writeInString(byte) }
        let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
        if isClosing { depth -= 1 }
        if isClosing != isOpening && (isClosing || isOpening) { breakLine() }
        isOpening = false
        output.append(byte)
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, isOpening) = (depth + 1, true)
        case UInt8(ascii: ","): breakLine()
        case UInt8(ascii: ":"): output.append(UInt8(ascii: " "))
        case UInt8(ascii: "\""): isInString = true
        default: break
        }
    }

    private mutating func writeInString(_ byte: UInt8) {
        output.append(byte)
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }

    private mutating func breakLine() {
        output.append(UInt8(ascii: "\n"))
        output += repeatElement(UInt8(ascii: " "), count: 2 * min(max(depth, 0), JSONIndenter.deepest))
    }
}
