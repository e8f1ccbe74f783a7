import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// `monitor-cli login`, and what later commands make of it.
@Suite struct LoginCommandTests {
    private static let strict = ["MONITOR_AUTH_MODE": "strict", "MONITOR_API_TOKENS": "dev-secret-token"]

    @Test func `login keeps server and token where only their owner can read them`() async throws {
        try await withServer(environment: LoginCommandTests.strict) { server in
            let cli = try CommandLineClient()
            let login = try await cli.run(
                ["login", "--server", server.address.description], input: "dev-secret-token\n")
            #expect(login.exit == .status(0), "\(login.errors)")
            #expect(!(login.text + login.errors).contains("dev-secret-token"))
            let folder = cli.home.file(".config/monitor")
            #expect(try LoginCommandTests.mode(of: folder + "/config.json") == 0o600)
            #expect(try LoginCommandTests.mode(of: folder) & 0o077 == 0)
            let created = try await cli.run("workstream", "create", "With the kept token")
            #expect(created.exit == .status(0), "\(created.errors)")
        }
    }

    @Test func `a token that the server does not know is not kept`() async throws {
        try await withServer(environment: LoginCommandTests.strict) { server in
            let cli = try CommandLineClient()
            let login = try await cli.run(["login", "--server", server.address.description], input: "wrong\n")
            #expect(login.exit == .status(1))
            #expect(!FileManager.default.fileExists(atPath: cli.home.file(".config/monitor/config.json")))
        }
    }

    @Test func `the kept token is not sent to another server`() async throws {
        try await withServer(environment: LoginCommandTests.strict) { server in
            try await withServer(environment: LoginCommandTests.strict) { other in
                let cli = try CommandLineClient()
                _ = try await cli.run(["login", "--server", server.address.description], input: "dev-secret-token\n")
                let result = try await cli.run("--server", other.address.description, "workstream", "list")
                #expect(result.exit == .status(1))
            }
        }
    }

    private static func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue & 0o7777
    }
}
