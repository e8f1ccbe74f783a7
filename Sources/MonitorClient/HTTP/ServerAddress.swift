/// Where a server is: `http://127.0.0.1:3000`, also with a path where a proxy puts it under one.
package struct ServerAddress: Hashable, Sendable {
    package enum Scheme: String, Sendable { case http, https }

    package let scheme: Scheme
    /// A name or an IP address, without the brackets of an IPv6 one.
    package let host: String
    package let port: UInt16
    /// Empty, or begins with a slash and does not end with one.
    package let path: String

    package init(scheme: Scheme = .http, host: String, port: UInt16, path: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    package static let standard = ServerAddress(host: "127.0.0.1", port: 3000)

    /// The value of the `Host` header.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (scheme == .http ? 80 : 443) ? name : "\(name):\(port)"
    }
}

extension ServerAddress: CustomStringConvertible {
    package var description: String { "\(scheme.rawValue)://\(authority)\(path)" }
}

extension ServerAddress {
    /// Why a text is no server's address, and what would be one.
    package struct Malformed: Error, Equatable, Sendable {
        package let text: String
        package let problem: String

        package var message: String {
            "'\(text)' is no server address: \(problem); it looks like http://127.0.0.1:3000"
        }
    }

    /// Reads a URL; without a scheme it is `http`, so that `localhost:3000` works too.
    package init(parsing text: String) throws(Malformed) {
        func malformed(_ problem: String) -> Malformed { Malformed(text: text, problem: problem) }
        var rest = text[...]
        var scheme = Scheme.http
        if let end = rest.firstRange(of: "://") {
            guard let known = Scheme(rawValue: rest[..<end.lowerBound].lowercased()) else {
                throw malformed("the scheme is http or https")
            }
            scheme = known
            rest = rest[end.upperBound...]
        }
        if rest.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) { throw malformed("it has a space in it") }
        if rest.contains(where: { "@?#\\".contains($0) }) {
            throw malformed("it has a scheme, a host, a port and at most a path")
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let path = rest[slash...].drop(while: { $0 == "/" })
        guard let (host, digits) = ServerAddress.split(rest[..<slash]) else { throw malformed("the host is missing") }
        guard let port = digits.map({ UInt16($0) }) ?? (scheme == .http ? 80 : 443), port > 0 else {
            throw malformed("the port is a number from 1 to 65535")
        }
        self.init(scheme: scheme, host: host, port: port, path: ServerAddress.trimmed(path))
    }

    private static func trimmed(_ path: Substring) -> String {
        var path = path
        while path.last == "/" { path = path.dropLast() }
        return path.isEmpty ? "" : "/\(path)"
    }

    /// Splits `host:port` or `[address]:port`; `nil` without a host.
    private static func split(_ authority: Substring) -> (host: String, port: Substring?)? {
        guard authority.first == "[" else {
            let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let host = parts.first, !host.isEmpty else { return nil }
            return (String(host), parts.count > 1 ? parts[1] : nil)
        }
        guard let end = authority.firstIndex(of: "]") else { return nil }
        let host = authority[..<end].dropFirst()
        let rest = authority[end...].dropFirst()
        guard !host.isEmpty, rest.isEmpty || rest.first == ":" else { return nil }
        return (String(host), rest.isEmpty ? nil : rest.dropFirst())
    }
}
