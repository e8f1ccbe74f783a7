import ArgumentParser
import Logging
import MonitorStorage
import MonitorTesting
import Testing

@testable import MonitorServer

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct ServerConfigurationTests {
    /// Every setting: its variable, its flag, a good value and a bad one.
    struct Setting: Sendable, CustomStringConvertible {
        let variable: String
        let flag: String
        let good: String
        let bad: String?

        var description: String { variable }
    }

    private static let settings = [
        Setting(variable: "MONITOR_BIND", flag: "--bind", good: "127.0.0.1:1", bad: "nowhere"),
        Setting(variable: "MONITOR_DB", flag: "--db", good: "sqlite:x.db", bad: "mysql://x"),
        Setting(variable: "MONITOR_AUTH_MODE", flag: "--auth-mode", good: "strict", bad: "lax"),
        Setting(variable: "MONITOR_API_TOKENS", flag: "--api-tokens", good: "a,b", bad: nil),
        Setting(variable: "MONITOR_INGEST_TOKENS", flag: "--ingest-tokens", good: "c", bad: nil),
        Setting(variable: "MONITOR_READ_TOKENS", flag: "--read-tokens", good: "d", bad: nil),
        Setting(variable: "MONITOR_TOKENS_FILE", flag: "--tokens-file", good: "FILE", bad: "/no/such/file"),
        Setting(variable: "MONITOR_ALLOWED_HOSTS", flag: "--allowed-hosts", good: "a.example", bad: "http://a.example"),
        Setting(
            variable: "MONITOR_GITHUB_WEBHOOK_SECRET", flag: "--github-webhook-secret", good: "s", bad: nil),
        Setting(variable: "MONITOR_GITLAB_WEBHOOK_TOKEN", flag: "--gitlab-webhook-token", good: "t", bad: nil),
        Setting(variable: "MONITOR_REDACT", flag: "--redact", good: "all", bad: "some"),
        Setting(variable: "MONITOR_STALE_WORKING", flag: "--stale-working", good: "5", bad: "0"),
        Setting(variable: "MONITOR_STALE_WAITING", flag: "--stale-waiting", good: "60", bad: "soon"),
        Setting(variable: "MONITOR_LOG_LEVEL", flag: "--log-level", good: "debug", bad: "loud"),
        Setting(variable: "MONITOR_LOG_FORMAT", flag: "--log-format", good: "json", bad: "xml"),
        Setting(variable: "MONITOR_WRITE_BATCH", flag: "--write-batch", good: "1", bad: "0"),
        Setting(variable: "MONITOR_MAX_CONNECTIONS", flag: "--max-connections", good: "10", bad: "many"),
    ]

    @Test func `without settings the server listens on loopback, relaxed, with a file in its folder`() throws {
        let configuration = try ServerConfiguration(options: ServerOptions.parse([]), environment: [:])
        #expect(configuration.bind.description == "127.0.0.1:3000")
        #expect(configuration.database == .sqlite(SQLiteLocation(path: "monitor.db", createsFile: true)))
        #expect(configuration.trust.mode == .relaxed)
        #expect(configuration.trust.tokens.isEmpty)
        #expect(configuration.trust.allowedHosts == ["127.0.0.1"])
        #expect(configuration.logging.level == .info)
        #expect(configuration.writeBatch == 512)
        #expect(configuration.maxConnections == 10_000)
    }

    @Test(arguments: settings)
    func `a bad value stops the start, and the message names the setting`(setting: Setting) throws {
        guard let bad = setting.bad else { return }
        let fromEnvironment = #expect(throws: InvalidSetting.self) {
            try ServerConfiguration(options: ServerOptions.parse([]), environment: [setting.variable: bad])
        }
        let fromFlag = #expect(throws: InvalidSetting.self) {
            try ServerConfiguration(options: ServerOptions.parse([setting.flag, bad]), environment: [:])
        }
        #expect(fromEnvironment?.description.hasPrefix(setting.variable + " ") == true)
        #expect(fromFlag?.description.hasPrefix(setting.variable + " ") == true)
    }

    @Test(arguments: settings)
    func `a flag wins over the environment`(setting: Setting) throws {
        guard let bad = setting.bad else { return }
        let folder = try TemporaryFolder()
        let file = folder.file("tokens")
        try Data().write(to: URL(filePath: file))
        let good = setting.good == "FILE" ? file : setting.good
        _ = try ServerConfiguration(
            options: ServerOptions.parse([setting.flag, good]), environment: [setting.variable: bad])
    }

    @Test(arguments: settings)
    func `an empty variable counts as not set`(setting: Setting) throws {
        _ = try ServerConfiguration(options: ServerOptions.parse([]), environment: [setting.variable: ""])
    }

    @Test func `every flag's help names its variable, and every flag is in this table`() {
        let words = ServerOptions.helpMessage().split { $0.isWhitespace }.map(String.init)
        for setting in ServerConfigurationTests.settings {
            let help = words.drop { $0 != setting.flag }.dropFirst().prefix { !$0.hasPrefix("--") }
            #expect(help.contains { $0.hasPrefix("[\(setting.variable)") }, "\(setting)")
        }
        let flags = words.filter { $0.hasPrefix("--") }
        let known = ServerConfigurationTests.settings.map(\.flag) + ["--demo", "--i-know-this-is-open", "--help"]
        #expect(Set(flags) == Set(known))
    }

    @Test func `tokens are trimmed, and each list has its scope`() throws {
        let configuration = try configuration([
            "MONITOR_API_TOKENS": " a , b,,", "MONITOR_INGEST_TOKENS": "c", "MONITOR_READ_TOKENS": "\td ",
        ])
        let tokens = configuration.trust.tokens
        #expect(["a", "b"].allSatisfy { tokens.principal(for: $0)?.scope == .full })
        #expect(tokens.principal(for: "c")?.scope == .ingest)
        #expect(tokens.principal(for: "d")?.scope == .read)
        #expect(tokens.principal(for: "") == nil)
    }

    @Test func `a tokens file adds to the tokens, and a bad line names file and line but no token`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("tokens")
        try Data("anna full t-1\n".utf8).write(to: URL(filePath: path))
        #expect(try configuration(["MONITOR_TOKENS_FILE": path]).trust.tokens.principal(for: "t-1")?.name == "anna")
        try Data("anna full t-1\nbob s3cret full\n".utf8).write(to: URL(filePath: path))
        let error = #expect(throws: InvalidSetting.self) { try configuration(["MONITOR_TOKENS_FILE": path]) }
        #expect(error?.description.contains("\(path), of which line 2") == true)
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test(arguments: ["0.0.0.0:3000", "[::]:3000", "box.example:3000", "192.168.1.2:3000"])
    func `beyond loopback the server wants strict mode and a token, or to be told`(bind: String) throws {
        for environment in [
            [:], ["MONITOR_AUTH_MODE": "strict"], ["MONITOR_API_TOKENS": "t"],
            ["MONITOR_AUTH_MODE": "relaxed", "MONITOR_API_TOKENS": "t"],
        ] {
            let error = #expect(throws: InvalidSetting.self) {
                try configuration(environment.merging(["MONITOR_BIND": bind]) { $1 })
            }
            #expect(error?.description.contains("--i-know-this-is-open") == true)
        }
        _ = try configuration(["MONITOR_BIND": bind, "MONITOR_AUTH_MODE": "strict", "MONITOR_API_TOKENS": "t"])
        let open = try ServerConfiguration(
            options: ServerOptions.parse(["--i-know-this-is-open"]), environment: ["MONITOR_BIND": bind])
        #expect(open.trust.allowedHosts == [open.bind.hostHeaderName])
    }

    @Test(arguments: ["a.example:80", "a b", "*", "https://a", "::1", "a/b"])
    func `an allowed host is a name alone`(host: String) {
        let error = #expect(throws: InvalidSetting.self) { try configuration(["MONITOR_ALLOWED_HOSTS": "ok,\(host)"]) }
        #expect(error?.description.hasPrefix("MONITOR_ALLOWED_HOSTS has '\(host)'") == true)
    }

    @Test func `allowed hosts are taken in lower case, with the bound address`() throws {
        let trust = try configuration(["MONITOR_ALLOWED_HOSTS": "Monitor.Example, [FD00::1]"]).trust
        #expect(trust.allowedHosts == ["monitor.example", "[fd00::1]", "127.0.0.1"])
    }

    private func configuration(_ environment: [String: String]) throws -> ServerConfiguration {
        try ServerConfiguration(options: ServerOptions.parse([]), environment: environment)
    }
}
