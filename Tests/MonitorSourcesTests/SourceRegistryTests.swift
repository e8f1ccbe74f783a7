import MonitorCore
import MonitorSources
import Testing

/// What holds for every adapter; a new one is tested as soon as it stands in the registry.
@Suite struct SourceRegistryTests {
    @Test func `the registry has the known sources`() {
        #expect(SourceRegistry.adapters.map(\.name) == ["claude-code", "github", "gitlab"])
        #expect(SourceRegistry.adapter(named: "github")?.name == "github")
        #expect(SourceRegistry.adapter(named: "GitHub") == nil)
        #expect(SourceRegistry.adapter(named: "") == nil)
    }

    @Test(arguments: SourceRegistry.adapters.map(\.name)) func `every adapter has fixtures`(_ name: String) {
        #expect((Fixture.bySource[name]?.count ?? 0) > 10)
        #expect(SourceRegistry.adapters.count { $0.name == name } == 1)
    }

    @Test(arguments: Fixture.all) func `a delivery becomes its update`(_ fixture: Fixture) throws {
        var (content, expected) = (try fixture.normalize(), fixture.expected)
        let answer = try #require(SourceRegistry.adapter(named: fixture.source)).answer
        if answer == .silent { expected.data = try RawJSON(parsing: fixture.payload) } else { content.data = nil }
        #expect(content == expected)
    }

    @Test(arguments: SourceRegistry.adapters.map(\.name), ["[]", "1", "null", "\"x\"", "true"])
    func `a payload that is no object is refused`(_ name: String, _ payload: String) throws {
        let adapter = try #require(SourceRegistry.adapter(named: name))
        let delivery = Delivery(payload: try JSONDocument(parsing: Array(payload.utf8)).value)
        let error = #expect(throws: APIError.self) { try adapter.normalize(delivery) }
        #expect(error?.code == .invalidField)
        #expect(error?.message == "'payload' must be a JSON object, not \(delivery.payload.kind.rawValue)")
    }

    @Test(arguments: SourceRegistry.adapters.map(\.name)) func `an empty payload is an update too`(_ name: String)
        throws
    {
        let content = try Fixture(
            source: name, headers: [:], payload: "{}", expected: UpdateContent(source: "", message: "")
        )
        .normalize()
        #expect(content.kind == "external_update")
        #expect(content.source.hasSuffix(":unknown"))
        #expect(content.tags.count == 1)
        #expect(!content.message.isEmpty)
        #expect(content.data?.text == "{}")
    }

    @Test(arguments: Fixture.all) func `fields of any other type do no harm`(_ fixture: Fixture) throws {
        let strings = /:\s*"(?:[^"\\]|\\.)*"/
        for other in ["null", "0", "[]", "{}", "\"\"", "\"\\u0000\"", "[[[1]]]", "-1e400"] {
            let payload = fixture.payload.replacing(strings, with: ":" + other)
            let damaged = Fixture(
                source: fixture.source, headers: fixture.headers, payload: payload, expected: fixture.expected)
            expectWithinLimits(try damaged.normalize())
        }
    }

    @Test(arguments: Fixture.all) func `texts of any length are brought within the limits`(_ fixture: Fixture) throws {
        let strings = /:\s*"[^"]*"/
        for long in ["x", "😀\\n", "\\u0301\\u0000 "] {
            let text = "\"" + String(repeating: long, count: 2_100) + "\""
            let payload = fixture.payload.replacing(strings, with: ":" + text)
            let headers = fixture.headers.mapValues { _ in String(repeating: "e", count: 3_000) }
            let damaged = Fixture(
                source: fixture.source, headers: headers, payload: payload, expected: fixture.expected)
            expectWithinLimits(try damaged.normalize())
        }
    }

    private func expectWithinLimits(_ content: UpdateContent) {
        #expect(content.message.contains { !$0.isWhitespace })
        #expect(content.message.unicodeScalars.count < 2_000)
        #expect(content.source.unicodeScalars.count <= Limits.sourceLength)
        #expect(content.kind?.isEmpty == false)
        #expect(content.tags.allSatisfy { !$0.isEmpty && $0.unicodeScalars.count <= Limits.tagLength })
        #expect(Set(content.tags).count == content.tags.count)
        let texts = [content.source, content.message] + content.tags
        #expect(!texts.contains { $0.utf8.contains(0) })
    }
}
