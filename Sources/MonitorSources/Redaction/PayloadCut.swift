package import MonitorCore

/// Cuts the long strings of a payload, so that no tool response fills the store.
package enum PayloadCut {
    /// Bytes that a string may take between its quotes, as it is written with its escapes; the note counts too.
    package static let maxStringBytes = 16 * 1024

    /// Replaces the end of each longer string by `… [cut: N bytes]`, N being the bytes that the whole string took.
    ///
    /// No escape, character or surrogate pair is divided, and what is cut once stays as it is when it is cut again.
    package static func cut(json: RawJSON) -> RawJSON {
        let options = PayloadSanitizer.Options(rules: nil, cuts: true)
        return PayloadSanitizer.sanitize(json.bytes, with: options).map(RawJSON.init(minified:)) ?? json
    }

    /// Cuts the string that ends the output and starts, without its quote, at `start`; it had `length` bytes.
    static func cutString(from start: Int, length: Int, in output: inout [UInt8]) {
        guard output.count - start > maxStringBytes else { return }
        let note = Array("… [cut: \(length) bytes]".utf8)
        let limit = start + maxStringBytes - note.count
        let end = output.withUnsafeBufferPointer { bytes in
            var end = start
            while true {
                let next = end + EscapedElement(at: end, in: bytes).length
                guard next <= limit else { return end }
                end = next
            }
        }
        output.replaceSubrange(end..., with: note)
    }
}
