@testable import MonitorCommands
import MonitorCore
import Testing

@Suite struct HookPropertyTests {
    private let invocation = HookInvocation(binary: "/opt/monitor/bin/monitor-cli")

    @Test(arguments: HookAgent.all.map(\.name).filter { $0 != "opencode" })
    func `any file comes back to the byte, and its values are untouched in between`(name: String) throws {
        let agent = try #require(HookAgent(argument: name))
        var generator = SettingsGenerator(seed: 0x5EED, events: agent.events)
        for _ in 0..<25 {
            let before = generator.file()
            let text = String(decoding: before, as: UTF8.self)
            let installed = try agent.installing(invocation, in: before)
            let shown = String(decoding: installed, as: UTF8.self)
            #expect(try agent.installing(invocation, in: installed) == installed, "\(text)")
            #expect(try foreign(installed, agent) == foreign(before, agent), "\(text)\n\(shown)")
            #expect(try agent.uninstalling(from: installed) == before, "\(text)\n\(shown)")
        }
    }

    /// Every value but ours, with its path.
    private func foreign(_ bytes: [UInt8], _ agent: HookAgent) throws -> [String] {
        var found: [String] = []
        try collect(JSONDocument(parsing: bytes).value, "", agent.name, &found)
        return found
    }

    private func collect(_ value: JSONValue, _ path: String, _ name: String, _ found: inout [String]) {
        if let object = value.object {
            if HookOwnership.isOurs(value, source: name) { return }
            for member in object.members { collect(member.value, "\(path)/\(member.key)", name, &found) }
        } else if let array = value.array {
            for (index, element) in array.enumerated() { collect(element, "\(path)/\(index)", name, &found) }
        } else if path != "/version" {
            found.append("\(path)=\(String(decoding: value.bytes, as: UTF8.self))")
        }
    }
}
