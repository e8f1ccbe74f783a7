/// Which server to talk to, and as whom.
package struct Settings: Equatable, Sendable {
    package let server: ServerAddress
    package let token: String?

    package init(server: ServerAddress, token: String?) {
        self.server = server
        self.token = token
    }

    /// Takes each setting from where it is said first: the flag, the environment, the login file, the default.
    ///
    /// The file's token belongs to the file's server: another server never gets it.
    package static func resolve(
        serverFlag: String?, tokenFlag: String?, environment: Environment, loginFile: () throws -> LoginFile?
    ) throws -> Settings {
        let named = try address(flag: serverFlag, environment)
        let token = tokenFlag ?? environment["MONITOR_TOKEN"]?.trimmingSpaces
        if let named, let token { return Settings(server: named, token: token.isEmpty ? nil : token) }
        let file = try loginFile()
        let server = named ?? file?.server ?? .standard
        return Settings(server: server, token: token ?? (file?.server == server ? file?.token : nil))
    }

    private static func address(flag: String?, _ environment: Environment) throws -> ServerAddress? {
        if let flag { return try read(flag, from: "--server") }
        return try environment["MONITOR_SERVER"].map { try read($0, from: "MONITOR_SERVER") }
    }

    private static func read(_ text: String, from name: String) throws -> ServerAddress {
        try SettingsError.naming(name) { () throws(ServerAddress.Malformed) in
            try ServerAddress(parsing: text.trimmingSpaces)
        }
    }
}

/// A setting that cannot be used, with the name of where it comes from.
package struct SettingsError: Error, Equatable, Sendable {
    package let message: String

    package init(_ message: String) { self.message = message }

    static func naming<Result>(
        _ name: String, _ body: () throws(ServerAddress.Malformed) -> Result
    ) throws(SettingsError) -> Result {
        do {
            return try body()
        } catch {
            throw SettingsError("\(name): \(error.message)")
        }
    }
}

extension String {
    /// Without white space at its ends, such as the line break after a token in a file.
    package var trimmingSpaces: String {
        let text = drop { $0.isWhitespace }
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(text[...last])
    }
}
