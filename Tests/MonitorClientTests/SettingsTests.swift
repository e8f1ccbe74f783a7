import MonitorClient
import Testing

@Suite struct SettingsTests {
    private let file = LoginFile(server: ServerAddress(host: "file", port: 1), token: "file-token")

    private func settings(
        server: String? = nil, token: String? = nil, _ variables: [String: String] = [:], file: LoginFile? = nil
    ) throws -> Settings {
        try Settings.resolve(
            serverFlag: server, tokenFlag: token, environment: Environment(variables), loginFile: { file })
    }

    @Test func `the flag comes before the environment, that before the login file, and the default is last`() throws {
        let variables = ["MONITOR_SERVER": "http://variable:1", "MONITOR_TOKEN": "variable-token"]
        let all = try settings(server: "flag:1", token: "flag-token", variables, file: file)
        #expect(all.server.host == "flag" && all.token == "flag-token")
        let noFlag = try settings(variables, file: file)
        #expect(noFlag.server.host == "variable" && noFlag.token == "variable-token")
        let onlyFile = try settings(file: file)
        #expect(onlyFile.server.host == "file" && onlyFile.token == "file-token")
        let nothing = try settings()
        #expect(nothing.server.description == "http://127.0.0.1:3000" && nothing.token == nil)
    }

    @Test func `another server than the file's never gets the file's token`() throws {
        #expect(try settings(server: "http://other", file: file).token == nil)
        #expect(try settings(["MONITOR_SERVER": "http://other"], file: file).token == nil)
        #expect(try settings(server: "http://file:1", file: file).token == "file-token")
        #expect(try settings(["MONITOR_TOKEN": "mine"], file: file).token == "mine")
    }

    @Test func `a variable that is set to nothing counts as not set`() throws {
        let settings = try settings(["MONITOR_SERVER": "", "MONITOR_TOKEN": ""], file: file)
        #expect(settings.server.host == "file" && settings.token == "file-token")
    }

    @Test func `the line break after a token is no part of it`() throws {
        #expect(try settings(["MONITOR_TOKEN": " secret\r\n"]).token == "secret")
    }

    @Test(
        arguments: [("ftp://x", nil, "--server"), (nil, "ftp://x", "MONITOR_SERVER")] as [(String?, String?, String)])
    func `an address that cannot be used is told with where it comes from`(
        flag: String?, variable: String?, name: String
    ) {
        let error = #expect(throws: SettingsError.self) {
            try settings(server: flag, variable.map { ["MONITOR_SERVER": $0] } ?? [:])
        }
        #expect(error?.message.hasPrefix("\(name): ") == true)
    }

    @Test func `the login file is not read when nothing is wanted of it`() throws {
        _ = try Settings.resolve(serverFlag: "x", tokenFlag: "y", environment: Environment([:])) {
            Issue.record("the login file was read")
            return nil
        }
    }
}
