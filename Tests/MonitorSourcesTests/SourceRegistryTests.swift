import MonitorCore
import MonitorSources
import Testing

/// What holds for every adapter; a new one is tested as soon as it stands in the registry.
@Suite struct SourceRegistryTests {
    @Test func `the registry has the known sources`() {
        let names = SourceRegistry.adapters.map(\.name)
        let agents = ["claude-code", "codex", "gemini-cli", "cursor", "opencode", "copilot"]
        #expect(Set(names).isSuperset(of: agents + ["github", "gitlab", "generic"]))
        #expect(Set(names).count == names.count)
        #expect(SourceRegistry.adapter(named: "github")?.name == "github")
        #expect(SourceRegistry.adapter(named: "GitHub") == nil)
        #expect(SourceRegistry.adapter(named: "") == nil)
    }

    @Test(arguments: Fixture.all) func `a delivery becomes its update`(_ fixture: Fixture) throws {
        var (content, expected) = (try fixture.normalize(), fixture.expected)
        let answer = try #require(SourceRegistry.adapter(named: fixture.source)).answer
        if answer == .silent { expected.data = try RawJSON(parsing: fixture.payload) } else { content.data = nil }
        #expect(content == expected)
    }

    static let noObjects = ["[]", "1", "null", "\"x\"", "true"]

    @Test(arguments: SourceRegistry.adapters.filter { $0.answer == .update }.map(\.name), noObjects)
    func `a service's payload that is no object is refused`(_ name: String, _ payload: String) throws {
        let adapter = try #require(SourceRegistry.adapter(named: name))
        let delivery = Delivery(payload: try JSONDocument(parsing: Array(payload.utf8)).value)
        let error = #expect(throws: APIError.self) { try adapter.normalize(delivery) }
        #expect(error?.code == .invalidField)
        #expect(error?.message == "'payload' must be a JSON object, not \(delivery.payload.kind.rawValue)")
    }

    @Test(arguments: agents, noObjects) func `an agent's payload is never refused`(_ name: String, _ payload: String)
        throws
    {
        let content = try content(name, payload)
        #expect(content.kind == "external_update")
        #expect(content.message.contains(" sent "))
        #expect(content.data?.text == payload)
    }

    @Test(arguments: SourceRegistry.adapters.map(\.name).filter { $0 != "generic" })
    func `an empty payload is an update too`(_ name: String) throws {
        let content = try content(name, "{}")
        #expect(content.kind == "external_update")
        #expect(content.source.hasSuffix(":unknown"))
        #expect(content.tags.count == 1)
        #expect(!content.message.isEmpty)
        #expect(content.data?.text == "{}")
    }

    @Test(arguments: SourceRegistry.adapters.map(\.setupHint)) func `how to connect is one line`(_ hint: String) {
        #expect(!hint.isEmpty && !hint.contains("\n"))
    }

    private static let agents = SourceRegistry.adapters.filter { $0.answer == .silent }.map(\.name)

    private func content(_ source: String, _ payload: String) throws -> UpdateContent {
        let adapter = try #require(SourceRegistry.adapter(named: source))
        return try adapter.normalize(Delivery(payload: JSONDocument(parsing: Array(payload.utf8)).value)).content
    }
}
