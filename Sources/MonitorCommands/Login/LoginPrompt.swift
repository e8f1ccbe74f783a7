import MonitorClient

/// Finds out which server and token a person wants to keep.
struct LoginPrompt {
    let options: GlobalOptions
    let environment: Environment
    let output: Output

    func ask() throws -> LoginFile {
        let server = try askForServer()
        let token = try options.token ?? askForToken()
        return LoginFile(server: server, token: token.isEmpty ? nil : token)
    }

    private func askForServer() throws -> ServerAddress {
        let settings = try Settings.resolve(
            serverFlag: options.server, tokenFlag: "", environment: environment,
            // A login file that cannot be used is about to be replaced.
            loginFile: { try? LoginFile.read(LoginFile.path(environment)) })
        guard options.server == nil, StandardStream.input.isTerminal else { return settings.server }
        output.ask("Server [\(settings.server)]: ")
        let answer = (readLine() ?? "").trimmingSpaces
        if answer.isEmpty { return settings.server }
        do {
            return try ServerAddress(parsing: answer)
        } catch {
            throw Failure(.usage, error.message)
        }
    }

    private func askForToken() throws -> String {
        guard StandardStream.input.isTerminal else { return (readLine() ?? "").trimmingSpaces }
        output.ask("Token (not shown; empty if the server has none): ")
        defer { output.note("") }
        return try StandardStream.input.withoutEcho { (readLine() ?? "").trimmingSpaces }
    }
}
