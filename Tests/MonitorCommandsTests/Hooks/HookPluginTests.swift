@testable import MonitorCommands
import Testing

/// Five states of OpenCode's plugin folder.
@Suite struct HookPluginTests {
    private let invocation = HookInvocation(binary: "/opt/it's \"here\"/monitor-cli")
    private let agent = HookAgent.openCode

    private func text(_ invocation: HookInvocation? = nil) throws -> String {
        String(decoding: try agent.installing(invocation ?? self.invocation, in: nil), as: UTF8.self)
    }

    @Test func `no file: it is made, and goes again`() throws {
        #expect(try text().contains(#"const binary = "/opt/it's \"here\"/monitor-cli";"#))
        #expect(try agent.uninstalling(from: Array(try text().utf8)) == nil)
    }

    @Test func `our file: a second installation changes nothing`() throws {
        let once = Array(try text().utf8)
        #expect(try agent.installing(invocation, in: once) == once)
    }

    @Test func `our file for another path: it is replaced`() throws {
        let old = Array(try text(HookInvocation(binary: "/old/monitor-cli")).utf8)
        #expect(try agent.installing(invocation, in: old) == Array(try text().utf8))
        #expect(try agent.uninstalling(from: old) == nil)
    }

    @Test(arguments: ["// mine\n", "\n", "export const x = 1;\n"])
    func `our file, edited: it is left alone`(addition: String) throws {
        let edited = Array((try text() + addition).utf8)
        #expect(throws: HookFileProblem.self) { try agent.installing(invocation, in: edited) }
        #expect(throws: HookFileProblem.self) { try agent.uninstalling(from: edited) }
    }

    @Test(arguments: ["", "export const Monitor = async () => ({});\n", "// Written by monitor-cli\n"])
    func `somebody else's file: it is left alone`(text: String) {
        #expect(throws: HookFileProblem.self) { try agent.installing(invocation, in: Array(text.utf8)) }
        #expect(throws: HookFileProblem.self) { try agent.uninstalling(from: Array(text.utf8)) }
    }

    @Test func `only complete messages are forwarded, and nothing is awaited`() throws {
        let body = try text()
        #expect(!body.contains("await ") && !body.contains("fetch("))
        #expect(body.contains("detached: true") && body.contains("child.unref()"))
        #expect(body.contains(#"["hook", "opencode"]"#))
    }
}
