package import MonitorClient
package import MonitorCore

/// Words for the events of a stream, one line each; the lines of a long message are indented below it.
package struct StreamText {
    /// An id stands for a name that is not known.
    private var taskNames: [TaskID: String] = [:]

    package init() {}

    /// The task whose name would be worth knowing before this event is put into words.
    package func unnamedTask(of event: StreamEvent) -> TaskID? {
        guard event.name == EventName.update.rawValue, let id = event.json?["task_id"]?.string.flatMap(TaskID.init)
        else { return nil }
        return taskNames[id] == nil ? id : nil
    }

    package mutating func name(_ task: TaskID, _ name: String) { taskNames[task] = name }

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
            let id = json["id"]?.string.flatMap(TaskID.init), let name = json["name"]?.string
        else { return }
        taskNames[id] = name
    }

    private func update(_ json: JSONValue) -> String {
        let id = json["task_id"]?.string ?? ""
        let task = TaskID(id).flatMap { taskNames[$0] } ?? id
        let level = json["level"]?.string.map { "\($0.uppercased())  " } ?? ""
        let origin = [json["source"]?.string, json["kind"]?.string, json["author"]?.string].compactMap(\.self)
        let message = json["message"]?.string ?? ""
        return "\(time(json, "timestamp"))  [\(task)]  \(level)\(message)  (\(origin.joined(separator: ", ")))"
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

    /// The time to the second, as in `2026-11-24 09:30:00Z`.
    private func time(_ json: JSONValue, _ field: String) -> String {
        let text = json[field]?.string ?? ""
        return text.count < 19 ? text : "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))Z"
    }

    /// A line break inside a message must not look like an event of its own.
    private func indented(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n    ")
    }
}
