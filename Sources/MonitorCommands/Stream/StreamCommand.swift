package import ArgumentParser
package import MonitorClient
package import MonitorCore

package struct StreamCommand: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "stream",
        abstract: "Follow what happens, live, until interrupted.",
        discussion: """
            A lost connection is resumed where it broke: nothing is skipped and nothing comes twice. \
            With --json each event is one line: {"event": ..., "seq": ..., "data": {...}}.
            """
    )

    @Option(help: "Only of this task: its id, the beginning of it, or its name; may repeat.")
    package var task: [String] = []

    @Option(help: "Only of this workstream: its id, the beginning of it, or its name; may repeat.")
    package var workstream: [String] = []

    @OptionGroup package var selection: UpdateSelection

    @Option(help: "Only this event; may repeat.")
    package var event: [EventName] = []

    @Option(
        help: ArgumentHelp("Begin after this seq instead of now; 0 is everything.", valueName: "seq"),
        transform: ArgumentForm.seq)
    package var afterSeq: Seq?

    @Flag(help: "One JSON object a line instead of text.")
    package var json = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func query(_ client: MonitorClient) async throws -> Query {
        var query = Query()
        for reference in task { query.add("task_id", try await client.taskID(reference)) }
        for reference in workstream { query.add("workstream_id", try await client.workstreamID(reference)) }
        selection.add(to: &query)
        query.add("event", any: event.map(\.rawValue))
        return query
    }

    package func run(in session: Session) async throws {
        var words = StreamText()
        for try await step in session.client.stream(try await query(session.client), after: afterSeq) {
            switch step {
            case .opened: session.output.note("monitor-cli: following \(session.client.server)")
            case .lost(let reason, let wait):
                session.output.note("monitor-cli: \(reason); \(StreamCommand.retry(wait))")
            case .event(let event) where json: try session.output.json(bytes: event.jsonLine)
            case .event(let event):
                if let id = words.unnamedTask(of: event) { words.name(id, await session.client.taskName(id)) }
                try session.output.text(words.text(of: event))
            }
        }
    }

    private static func retry(_ wait: Duration) -> String {
        "trying again in \(Int((wait / .seconds(1)).rounded(.up))) s"
    }
}

extension MonitorClient {
    /// The task's name, or its id where the server does not tell: a stream goes on without names.
    fileprivate func taskName(_ id: TaskID) async -> String {
        (try? await task(id))?["name"]?.string ?? id.description
    }
}

extension StreamEvent {
    /// The event as one JSON object; data that is no JSON becomes a string.
    package var jsonLine: [UInt8] {
        var writer = JSONWriter(capacity: data.utf8.count + 64)
        writer.member("event", name)
        if let seq { writer.member("seq", seq) }
        if let json { writer.member("data", json: json.bytes) } else { writer.member("data", data) }
        return writer.finish()
    }
}
