package import MonitorCore

/// A tool's call as an update's data tells it, whichever agent sent it.
///
/// Adapters keep what they were sent, so that a page can show more of it than the message says.
package struct ToolRecord: Sendable {
    /// The tool as its agent names it: `Bash`, `run_shell_command`, `linear get_issue`.
    package let name: String
    package let kind: ToolKind
    /// The call's id, where its agent has one.
    package let id: String?
    /// The same for the same tool with the same input, for agents whose calls have no id.
    package let fingerprint: String
    /// What it works on, on one line: the command, the file, the pattern.
    package let subject: String?
    /// The call has ended; otherwise it begins, or waits for a permission.
    package let isEnd: Bool
    package let duration: Duration?
    /// The subagent that called it.
    package let subagent: SubagentRecord?

    let input: Payload
    let inputText: String?
    /// What the agent says of how it went.
    let result: JSONValue?
    /// What came back.
    let response: JSONValue?
    /// What went wrong, in the event's own fields.
    let error: String?
    let folder: String?

    /// Data that is larger is not read for a page.
    package static let largestData = 256 * 1024

    /// `nil` where the data tells of no tool.
    package init?(_ data: RawJSON?) {
        guard let data, data.isObject, data.bytes.count <= ToolRecord.largestData else { return nil }
        let payload = Payload(data.value)
        let found = payload.has("properties") ? ToolEvent(openCode: payload) : ToolEvent(hook: payload)
        guard let found else { return nil }
        self.init(found)
    }

    private init(_ event: ToolEvent) {
        let call = event.call
        name = call.displayName
        kind = ToolKind(tool: call.name)
        id = call.id
        fingerprint = call.use.fingerprint
        subject = call.subject.map { $0.line(upTo: 500) }
        isEnd = event.isEnd
        duration = event.milliseconds.flatMap { $0 < 0 ? nil : .milliseconds($0) }
        subagent = event.subagent
        input = Payload(call.input)
        inputText = call.input?.string?.plainText
        result = call.response
        response = event.output ?? call.response
        error = event.error
        folder = call.folder
    }
}
