import MonitorCore

/// An agent's session, told step by step as its hooks would; the clock goes on with each.
struct DemoSession: Sendable {
    let id: String
    private let source: String
    private let repository: String
    private let branch: String
    /// How far before now the next step is.
    private(set) var minutesAgo: Double
    private(set) var steps: [DemoStep] = []
    private var callCount = 0

    init(
        _ number: Int, _ repository: String, _ branch: String, startedAgo: Double, source: String = "claude-code"
    ) {
        let digits = String(number)
        id = "d0000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        self.source = source
        self.repository = repository
        self.branch = branch
        minutesAgo = startedAgo
        hook("SessionStart") { $0.member("source", "startup") }
    }

    mutating func prompt(_ text: String) {
        wait(0.1)
        hook("UserPromptSubmit") { $0.member("prompt", text) }
    }

    /// Calls of tools, one after the other, with so many minutes from one to the next; `agent` is a subagent's id.
    mutating func work(_ calls: [DemoCall], each minutes: Double = 1.2, agent: String? = nil) {
        for call in calls {
            wait(minutes / 2)
            begin(call, agent: agent)
            // Uneven, as work is.
            wait(minutes / 2 * [0.3, 1.4, 0.6, 1.7][callCount % 4])
            end(call, agent: agent)
        }
    }

    /// A subagent does some of the work.
    mutating func delegate(to type: String, _ calls: [DemoCall], each minutes: Double = 0.8, says: String) {
        callCount += 1
        let agent = "\(id.suffix(4))a\(callCount)"
        wait(0.3)
        hook("SubagentStart", agent: agent) { $0.member("agent_type", type) }
        work(calls, each: minutes, agent: agent)
        wait(0.2)
        hook("SubagentStop", agent: agent) { json in
            json.member("agent_type", type)
            json.member("last_assistant_message", says)
        }
    }

    /// Asks for leave to call a tool, and waits.
    mutating func askPermission(_ command: String) {
        let call = DemoCall.bash(command, "")
        wait(0.5)
        begin(call)
        hook("PermissionRequest") { [folder] json in
            json.member("tool_name", call.tool)
            json.member("tool_input", json: call.input(in: folder))
        }
    }

    /// Shows a plan, and waits.
    mutating func askApproval(of plan: String) {
        wait(0.5)
        hook("PermissionRequest") { json in
            var input = JSONWriter()
            input.member("plan", plan)
            json.member("tool_name", "ExitPlanMode")
            json.member("tool_input", json: input.finish())
        }
    }

    /// Asks a question with options, and waits.
    mutating func ask(_ question: String, _ options: [String]) {
        wait(0.5)
        callCount += 1
        hook("PreToolUse") { [toolUseID] json in
            var asked = JSONWriter()
            asked.member("question", question)
            asked.member(
                "options",
                json: JSONWriter.array(
                    json: options.map { label in
                        var option = JSONWriter()
                        option.member("label", label)
                        return option.finish()
                    }))
            var input = JSONWriter()
            input.member("questions", json: JSONWriter.array(json: [asked.finish()]))
            json.member("tool_name", "AskUserQuestion")
            json.member("tool_input", json: input.finish())
            json.member("tool_use_id", toolUseID)
        }
    }

    mutating func stop(_ message: String) {
        wait(0.3)
        hook("Stop") { $0.member("last_assistant_message", message) }
    }

    mutating func fail(_ message: String) {
        wait(0.3)
        hook("StopFailure") { json in
            json.member("error", "rate_limit")
            json.member("error_details", message)
        }
    }

    mutating func end() {
        wait(1)
        hook("SessionEnd") { $0.member("reason", "prompt_input_exit") }
    }

    mutating func note(_ author: String, _ message: String, kind: String? = nil) {
        wait(1)
        add(.note(author: author, message: message, kind: kind))
    }

    mutating func change(_ change: (inout TaskPatch) -> Void) {
        var patch = TaskPatch()
        change(&patch)
        add(.change(patch))
    }

    /// Nothing happens for so long, but never beyond now.
    mutating func wait(_ minutes: Double) { minutesAgo = max(0.05, minutesAgo - minutes) }

    mutating func begin(_ call: DemoCall, agent: String? = nil) {
        callCount += 1
        hook("PreToolUse", agent: agent) { [folder, toolUseID] json in
            json.member("tool_name", call.tool)
            json.member("tool_input", json: call.input(in: folder))
            json.member("tool_use_id", toolUseID)
        }
    }

    mutating func end(_ call: DemoCall, agent: String? = nil) {
        let event = call.hasFailed ? "PostToolUseFailure" : "PostToolUse"
        hook(event, agent: agent) { [folder, toolUseID, callCount] json in
            json.member("tool_name", call.tool)
            json.member("tool_input", json: call.input(in: folder))
            if case .failed(_, let error) = call {
                json.member("error", error)
            } else {
                json.member("tool_response", json: call.response(in: folder))
            }
            json.member("tool_use_id", toolUseID)
            json.member("duration_ms", 120 + callCount * 83 % 4_000)
        }
    }

    /// The id of the latest call.
    private var toolUseID: String { "toolu_\(id.suffix(4))_\(callCount)" }

    private var folder: String { "/home/ada/src/\(repository.split(separator: "/").last ?? "")" }

    private mutating func hook(_ event: String, agent: String? = nil, _ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.member("session_id", id)
        json.member("cwd", folder)
        json.member("hook_event_name", event)
        json.member("agent_id", agent)
        members(&json)
        let headers = ["x-monitor-repo": repository, "x-monitor-branch": branch, "x-monitor-host": "atlas"]
        add(.delivery(source: source, headers: headers, body: json.finish()))
    }

    private mutating func add(_ content: DemoStep.Content) {
        steps.append(DemoStep(minutesAgo: minutesAgo, session: id, content: content))
    }
}
