import MonitorCore

/// What `monitor-cli login` keeps: the server and the token for it, readable by their owner only.
package struct LoginFile: Equatable, Sendable {
    package var server: ServerAddress
    package var token: String?

    package init(server: ServerAddress, token: String?) {
        self.server = server
        self.token = token
    }

    /// `$XDG_CONFIG_HOME/monitor/config.json`, else `~/.config/monitor/config.json`.
    package static func path(_ environment: Environment) throws -> String {
        guard let folder = environment.configurationFolder else {
            throw SettingsError("there is no home folder to keep settings in; set HOME or XDG_CONFIG_HOME")
        }
        return "\(folder)/monitor/config.json"
    }

    /// What the file says; `nil` where there is none.
    package static func read(_ path: String) throws -> LoginFile? {
        guard let content = try LocalFile.read(path) else { return nil }
        let file: JSONValue
        do {
            file = try JSONDocument(parsing: content).value
        } catch let error as JSONSyntaxError {
            throw SettingsError("\(path) cannot be used: \(error.message); `monitor-cli login` writes it anew")
        }
        guard let server = file["server"]?.string else {
            throw SettingsError("\(path) names no server; `monitor-cli login` writes it anew")
        }
        return try LoginFile(
            server: SettingsError.naming(path) { () throws(ServerAddress.Malformed) in
                try ServerAddress(parsing: server)
            },
            token: file["token"]?.string)
    }

    package func write(_ path: String) throws {
        var writer = JSONWriter()
        writer.member("server", server.description)
        writer.member("token", token)
        try LocalFile.writePrivately(writer.finish() + [UInt8(ascii: "\n")], to: path)
    }
}
