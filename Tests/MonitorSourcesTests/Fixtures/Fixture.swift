import MonitorCore
import MonitorSources
import Testing

/// A delivery and the update that it has to become.
struct Fixture: Sendable, CustomTestStringConvertible {
    let source: String
    let headers: [String: String]
    let payload: String
    let expected: UpdateContent

    var testDescription: String { "\(source): \(expected.message.prefix(60))" }

    /// Each adapter's own fixtures; the suite asks for those of every adapter in the registry.
    static let bySource: [String: [Fixture]] = [
        "claude-code": claudeCode,
        "github": gitHub,
        "gitlab": gitLab,
    ]

    static var all: [Fixture] { SourceRegistry.adapters.flatMap { bySource[$0.name] ?? [] } }

    func normalize() throws -> UpdateContent { try event().content }

    func event() throws -> SourceEvent {
        let adapter = try #require(SourceRegistry.adapter(named: source))
        return try adapter.normalize(
            Delivery(headers: headers, payload: JSONDocument(parsing: Array(payload.utf8)).value))
    }
}
