import MonitorCore

/// A small JSON object, one member a line, so that a difference shows as a line.
struct EventWords {
    enum Value {
        case text(String)
        case texts([String])
    }

    private let members: [(String, Value)]

    /// Members without a value are left out.
    init(_ members: [(String, Value?)]) {
        self.members = members.compactMap { name, value in value.map { (name, $0) } }
    }

    var text: String {
        let lines = members.map { name, value in "  \(EventWords.quoted(name)): \(EventWords.json(value))" }
        return "{\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    private static func json(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .texts(let texts) where texts.count > 1 && texts.contains { $0.count > 40 }:
            "[\n\(texts.map { "    \(quoted($0))" }.joined(separator: ",\n"))\n  ]"
        case .texts(let texts): "[\(texts.map(quoted).joined(separator: ", "))]"
        }
    }

    private static func quoted(_ text: String) -> String {
        String(decoding: JSONWriter.array([text]).dropFirst().dropLast(), as: UTF8.self)
    }
}

extension SourceEvent {
    /// The whole event as stable text; `data` is left out, since it is the payload itself.
    var words: String {
        let signals = signals.map(\.words)
        return EventWords([
            ("message", .text(content.message)),
            ("kind", content.kind.map { .text($0) }),
            ("level", content.level.map { .text($0.rawValue) }),
            ("tags", .texts(content.tags)),
            ("source", .text(content.source)),
            ("workstream", .text("\(route.workstream.name) [\(route.workstream.key)]")),
            ("task", .text("\(route.task.name) [\(route.task.key)], named by \(route.task.naming)")),
            ("agent", .text(route.agent)),
            ("repository", route.repository.map { .text($0) }),
            ("branch", route.branch.map { .text($0) }),
            ("identity", identity.map { .text($0) }),
            ("signals", signals.isEmpty ? nil : .texts(signals)),
        ]).text
    }
}
