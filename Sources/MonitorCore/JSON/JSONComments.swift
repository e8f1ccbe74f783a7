/// Comments in JSON, which some programs allow in their settings.
enum JSONComments {
    /// The text with spaces where `//` and `/* */` comments stand outside of strings; line breaks and length stay.
    ///
    /// A comment that never ends is left, so that it is refused as no JSON.
    static func blanked(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        var position = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\"") {
                position = endOfString(bytes, from: position)
            } else if let end = endOfComment(bytes, from: position) {
                for index in position..<end where bytes[index] != 0x0A && bytes[index] != 0x0D { result[index] = 0x20 }
                position = end
            } else {
                position += 1
            }
        }
        return result
    }

    private static func endOfString(_ bytes: [UInt8], from quote: Int) -> Int {
        var position = quote + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(position + 1, bytes.count)
    }

    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
        let rest = bytes[start...]
        if rest.starts(with: "//".utf8) { return rest.firstIndex(of: 0x0A) ?? bytes.count }
        guard rest.starts(with: "/*".utf8) else { return nil }
        var position = start + 2
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") { return position + 2 }
            position += 1
        }
        return nil
    }
}
