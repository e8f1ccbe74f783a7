package import MonitorClient
import MonitorCore

/// Words for the events of a stream, one line each; the lines of a long message are indented below it.
package struct StreamText {
    /// By id, as far as the stream has told them; an id stands for a name that it has not.
    private var taskNames: [String: String] = [:]

    package init() {}

    package mutating func text(of event: StreamEvent) -> String {
        guard let json = event.json else { return "\(event.name)  \(indented(event.data))" }
        learnName(event.name, json)
        let line =
            switch EventName(rawValue: event.name) {
            case .update: update(json)
            case .taskCreated, .taskUpdated: task(event.name, json)
            case .workstreamCreated, .workstreamUpdated: workstream(event.name, json)
            case .updateDeleted, .taskDeleted, nil: "\(event.name)  \(json.raw.text)"
            }
        return indented(line)
    }

    private mutating func learnName(_ event: String, _ json: JSONValue) {
        guard event == EventName.taskCreated.rawValue || event == EventName.taskUpdated.rawValue,
            let id = json["id"]?.string, let name = json["name"]?.string
        else { return }
        taskNames[id] = name
    }

    private func update(_ json: JSONValue) -> String {
        let task = json["task_id"]?.string ?? ""
        let level = json["level"]?.string.map { "\($0.uppercased())  " } ?? ""
        let origin = [json["source"]?.string, json["kind"]?.string, json["author"]?.string].compactMap(\.self)
        let message = json["message"]?.string ?? ""
        return "\(time(json, "timestamp"))  [\(taskNames[task] ?? task)]  \(level)\(message)  (\(origin.joined(separator: ", ")))"
    }

    private func task(_ event: String, _ json: JSONValue) -> String {
        let states = [json["status"]?.string, json["agent_state"]?.string].compactMap(\.self).joined(separator: ", ")
        let wait = json["attention", "reason"]?.string.map { reason in
            "; waits for you: \(reason): \(json["attention", "message"]?.string ?? "")"
        }
        return "\(time(json, "updated_at"))  \(event)  [\(json["name"]?.string ?? "")]  \(states)\(wait ?? "")"
    }

    private func workstream(_ event: String, _ json: JSONValue) -> String {
        "\(time(json, "updated_at"))  \(event)  [\(json["name"]?.string ?? "")]  \(json["status"]?.string ?? "")"
    }

    /// `2026-11-24 09:30:00Z`
    private func time(_ json: JSONValue, _ field: String) -> String {
        let text = json[field]?.string ?? ""
        return text.count < 19 ? text : "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))Z"
    }

    /// A line break inside a message must not look like an event of its own.
    private func indented(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n    ")
    }
}
