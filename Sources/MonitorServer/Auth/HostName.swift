/// The host of a `Host` header or an origin: a name or an address, in lower case, with its port apart.
///
/// Every request asks for one, so it is read by its bytes.
struct HostName: Equatable {
    let name: String
    let port: Int?

    /// `nil` for anything that is no host with an optional port; nothing is guessed.
    init?(authority: some StringProtocol) {
        guard authority.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let text = authority.lowercased()
        let bytes = text.utf8
        let end =
            bytes.first == UInt8(ascii: "[")
            ? bytes.firstIndex(of: UInt8(ascii: "]")).map(bytes.index(after:))
            : bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex
        guard let end, let port = HostName.port(bytes[end...]), HostName.isName(bytes[..<end]) else { return nil }
        name = String(text[..<end])
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
        guard name.hasPrefix("127.") else { return false }
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { $0.count <= 3 && UInt8(Substring($0)) != nil }
    }

    private static func port(_ text: Substring.UTF8View) -> (number: Int?, Void)? {
        if text.isEmpty { return (nil, ()) }
        let digits = text.dropFirst()
        guard text.first == UInt8(ascii: ":"), let first = digits.first, first != UInt8(ascii: "+"),
            let port = UInt16(Substring(digits))
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
