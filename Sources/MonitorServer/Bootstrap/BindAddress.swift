/// Where the server listens: `127.0.0.1:3000`, `localhost:3000`, `[::1]:3000`; port 0 is any free one.
package struct BindAddress: Equatable, Sendable, CustomStringConvertible {
    package let host: String
    package let port: Int

    package init(_ text: String) throws {
        guard let name = HostName(authority: text), let port = name.port else {
            throw InvalidSetting(
                "MONITOR_BIND", "is '\(text)'; it is an address and a port, such as 127.0.0.1:3000 or [::1]:3000")
        }
        host = name.name.hasPrefix("[") ? String(name.name.dropFirst().dropLast()) : name.name
        self.port = port
    }

    package var isLoopback: Bool { HostName(authority: hostHeaderName)?.isLoopback ?? false }

    /// The host as it stands in a `Host` header.
    var hostHeaderName: String { host.contains(":") ? "[\(host)]" : host }

    package var description: String { "\(hostHeaderName):\(port)" }
}
