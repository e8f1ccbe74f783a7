/// Text as the value of a header.
enum HeaderText {
    /// As long as a path can be on Linux; a longer one is left out rather than cut.
    private static let limit = 4096

    /// Control characters are dropped; `%` and what is not ASCII are percent-encoded (UTF-8), since headers are ASCII.
    ///
    /// Percent-decoding therefore gives the text back. `nil` where nothing is left, or too much.
    static func encode(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars where scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) {
            if scalar.isASCII && scalar != "%" {
                bytes.append(UInt8(scalar.value))
            } else {
                bytes += Array(Query.encode(String(scalar)).utf8)
            }
        }
        return bytes.isEmpty || bytes.count > limit ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
