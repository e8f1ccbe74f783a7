/// The little that is needed of git's configuration format.
enum GitConfig {
    /// The first URL of the remote `origin`.
    static func originURL(_ config: [UInt8]) -> String? {
        var isOrigin = false
        for line in config.split(separator: UInt8(ascii: "\n")) {
            guard let first = line.first(where: { $0 > 0x20 }) else { continue }
            if first == UInt8(ascii: "[") {
                isOrigin = isOriginHeader(line)
            } else if isOrigin, let url = url(line) {
                return url
            }
        }
        return nil
    }

    /// Section names match in any case, the name in quotes only as it is written.
    private static func isOriginHeader(_ line: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: line, as: UTF8.self).trimmingSpaces
        guard let end = text.lastIndex(of: "]") else { return false }
        let parts = text[..<end].dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
        return parts.count == 2 && parts[0].lowercased() == "remote"
            && parts[1].drop(while: \.isWhitespace) == "\"origin\""
    }

    private static func url(_ line: ArraySlice<UInt8>) -> String? {
        guard let equals = line.firstIndex(of: UInt8(ascii: "=")),
            String(decoding: line[..<equals], as: UTF8.self).trimmingSpaces.lowercased() == "url"
        else { return nil }
        let value = value(line[line.index(after: equals)...])
        return value.isEmpty ? nil : value
    }

    /// Without quotes, escapes and a comment at the end.
    private static func value(_ bytes: ArraySlice<UInt8>) -> String {
        var value: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        for byte in bytes {
            switch byte {
            case _ where isEscaped:
                value.append(byte)
                isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted:
                return String(decoding: value, as: UTF8.self).trimmingSpaces
            default: value.append(byte)
            }
        }
        return String(decoding: value, as: UTF8.self).trimmingSpaces
    }
}
