/// The host of a `Host` header or an origin: a name or an address, in lower case, with its port apart.
struct HostName: Equatable {
    let name: String
    let port: Int?

    /// `nil` for anything that is no host with an optional port; nothing is guessed.
    init?(authority: some StringProtocol) {
        guard authority.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let text = authority.lowercased()
        let end =
            text.hasPrefix("[")
            ? text.firstIndex(of: "]").map(text.index(after:)) : text.firstIndex(of: ":") ?? text.endIndex
        guard let end, let port = HostName.port(text[end...]), HostName.isName(text[..<end].utf8) else { return nil }
        let name = text[..<end]
        self.name = String(name)
        self.port = port.number
    }

    /// An origin such as `http://localhost:3000`; its scheme fills in the port.
    init?(origin: some StringProtocol) {
        let schemes: [(String, Int)] = [("http://", 80), ("https://", 443)]
        let origin = origin.lowercased()
        guard let (scheme, defaultPort) = schemes.first(where: { origin.hasPrefix($0.0) }),
            let host = HostName(authority: origin.dropFirst(scheme.count))
        else { return nil }
        name = host.name
        port = host.port ?? defaultPort
    }

    /// `localhost`, 127.0.0.0/8 and `[::1]`.
    var isLoopback: Bool {
        if name == "localhost" || name == "[::1]" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { $0.count <= 3 && UInt8($0) != nil }
    }

    private static func port(_ text: Substring) -> (number: Int?, Void)? {
        if text.isEmpty { return (nil, ()) }
        let digits = text.dropFirst()
        guard text.first == ":", !digits.isEmpty, digits.allSatisfy(\.isASCII), let port = UInt16(digits),
            digits.first != "+"
        else { return nil }
        return (Int(port), ())
    }

    /// A name of a host's characters, or what may be an IPv6 address in brackets; 255 bytes is DNS's bound.
    private static func isName(_ name: Substring.UTF8View) -> Bool {
        if name.first == UInt8(ascii: "[") {
            let address = name.dropFirst().dropLast()
            return !address.isEmpty && address.count <= 45 && address.allSatisfy(isInAddress)
        }
        return !name.isEmpty && name.count <= 255 && name.allSatisfy(isInName)
    }

    private static func isInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
