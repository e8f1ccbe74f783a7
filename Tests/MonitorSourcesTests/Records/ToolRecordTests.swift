import Foundation
import MonitorCore
import MonitorSources
import Testing

/// What a page makes of the samples of all agents, as adapters store them.
@Suite struct ToolRecordTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let sample: String
        let expected: String

        init(_ sample: String, _ expected: String) { (self.sample, self.expected) = (sample, expected) }
        var testDescription: String { sample }
    }

    static let examples = [
        Example("claude-code/PreToolUse.Bash", "Bash command begins: $ npm test -- --run src/checkout"),
        Example(
            "claude-code/PostToolUse.Bash", "Bash command 184 ms: $ git status --short && git diff --stat >  M src"),
        Example(
            "claude-code/PostToolUseFailure.Bash", "Bash command 4187 ms exit 1: $ npm test >  FAIL  src/checkout/tax"),
        Example("claude-code/PostToolUse.Edit", "Edit edit 9 ms: src/checkout/tax.ts +1 -1 @@ -3,3 +3,3 @@"),
        Example("claude-code/PostToolUse.Write", "Write edit 11 ms: docs/tax.md +3 -0"),
        Example("claude-code/PreToolUse.MultiEdit", "MultiEdit edit begins: src/checkout/tax.test.ts +2 -2"),
        Example("claude-code/PostToolUse.NotebookEdit", "NotebookEdit edit 19 ms: analysis/tax.ipynb +1 -1"),
        Example("claude-code/PostToolUse.Read", "Read read 6 ms: > import { Money }"),
        Example("claude-code/PostToolUse.Grep", "Grep search 17 ms: > src/checkout/tax.ts:5:"),
        Example("claude-code/PostToolUse.Glob", "Glob search 23 ms: > /Users/dana/src"),
        Example("claude-code/PostToolUse.TodoWrite", "TodoWrite plan"),
        Example(
            "claude-code/PreToolUse.AskUserQuestion",
            "AskUserQuestion question begins: ? Round half up or half to even? (Half up,"),
        Example("claude-code/PreToolUse.ExitPlanMode", "ExitPlanMode approval begins: plan ## Fix tax rounding"),
        Example("claude-code/PermissionRequest.Bash", "Bash command begins: $ rm -rf node_modules && npm ci"),
        Example("claude-code/PostToolUse.mcp", "linear get_issue other 640 ms: > {\"id\":\"SHOP-412\""),
        Example("claude-code/PostToolUse.Agent", "Agent agent 48230 ms: > 12 endpoints"),
        Example("codex/PostToolUse.Bash", "Bash command: $ rg -n \"foo\\b\" src > src/a.rs:3"),
        Example("codex/PostToolUse.Bash.exit", "Bash command exit 101: $ cargo test > 1 failed"),
        Example(
            "codex/PreToolUse.apply_patch",
            "apply_patch edit begins: src/a.rs +1 -1 @@ -foo +bar src/b.rs +1 -0 +fn b() {}"),
        Example("codex/PostToolUse.update_plan", "update_plan plan: [done] Rename [underWay] Build"),
        Example("gemini-cli/BeforeTool.run_shell_command", "run_shell_command command begins: $ npm run build"),
        Example("gemini-cli/AfterTool.read_file", "read_file read: > export default {}"),
        Example("gemini-cli/AfterTool.write_todos", "write_todos plan: [done] Profile [underWay] Cache types"),
        Example("gemini-cli/AfterTool.error", "run_shell_command command exit 2: $ npm run build > exit code 2"),
        Example("gemini-cli/Notification.ToolPermission", "Shell command begins: $ rm -rf dist"),
        Example("cursor/beforeShellExecution", "Shell command begins: $ npm run build"),
        Example("cursor/afterShellExecution", "Shell command 3120 ms: $ npm run build > built in 3.1s"),
        Example("cursor/postToolUse.Shell.exit", "Shell command 3120 ms exit 1: $ npm test > 1 failed"),
        Example("cursor/postToolUseFailure", "Shell command 5000 ms exit 1: $ npm test > Command failed"),
        Example("cursor/afterFileEdit", "Edit edit: src/main.ts +1 -1"),
        Example(
            "opencode/message.part.updated.tool-completed", "bash command 3100 ms exit 0: $ npm run build > built in"),
        Example("opencode/message.part.updated.tool-error", "edit edit 1 ms: > oldString not found"),
        Example("opencode/tool.execute.after.exit", "bash command exit 1: $ npm test"),
        Example("opencode/tool.execute.before", "bash command begins: $ npm run build"),
        Example("opencode/permission.updated", "bash command begins: $ rm -rf dist"),
        Example("opencode/todo.updated", "TodoWrite plan begins: [underWay] Profile the build"),
        Example("opencode/question.asked", "Question question begins: ? Which bundler?"),
        Example("copilot/postToolUse.bash", "bash command: $ npm test > 42 passed"),
        Example("copilot/preToolUse.bash.string", "bash command begins: $ npm test"),
        Example("copilot/PreToolUse.vscode", "run_in_terminal command begins: $ npm test"),
        Example("copilot/preToolUse.ask_user", "ask_user question begins: ? Which browser matters most? (Firefox,"),
        Example("copilot/postToolUse.view.failure", "view read: > No such file"),
    ]

    @Test(arguments: examples)
    func `a call is told in the same terms whichever agent made it`(_ example: Example) throws {
        let record = try #require(ToolRecord(try ToolRecordTests.data(example.sample)))
        let told = ToolRecordTests.words(record)
        #expect(told.hasPrefix(example.expected), "\(told)")
    }

    @Test(arguments: [
        "claude-code/UserPromptSubmit", "claude-code/Stop", "opencode/session.idle", "cursor/sessionStart",
    ])
    func `what is about no tool is no call`(_ sample: String) throws {
        #expect(ToolRecord(try ToolRecordTests.data(sample)) == nil)
    }

    @Test(arguments: [
        "claude-code/PreToolUse.Grep.subagent", "codex/PreToolUse.Bash.subagent", "cursor/subagentStop",
        "copilot/subagentStart", "copilot/subagentStop", "opencode/session.idle.child",
    ])
    func `a subagent is known by its id`(_ sample: String) throws {
        #expect(SubagentRecord(try ToolRecordTests.data(sample)) != nil)
    }

    @Test func `copilot's subagent is the same at its start and its end`() throws {
        let start = SubagentRecord(try ToolRecordTests.data("copilot/subagentStart"))
        #expect(start?.id == SubagentRecord(try ToolRecordTests.data("copilot/subagentStop"))?.id)
    }

    @Test(arguments: [
        "{}", #"{"tool_name":7}"#, #"{"properties":[]}"#, #"{"tool_name":"Bash","tool_input":[[[]]]}"#,
        #"{"tool_name":"Edit","tool_input":{"edits":[7,{"old_string":7}]}}"#,
        #"{"tool_name":"Bash","tool_input":null}"#,
        #"{"tool_name":"TodoWrite","tool_input":{"todos":{"a":1}}}"#,
        #"{"tool_name":"Edit","tool_response":{"structuredPatch":[{}]}}"#,
        #"{"type":"message.part.updated","properties":{"part":{"type":"tool","state":{"status":"completed","time":{"start":-9223372036854775808,"end":9223372036854775807}}}}}"#,
        #"{"tool_name":"x","error":"Exit code 99999999999999999999"}"#, #"{"tool_name":"x","duration_ms":-5}"#,
    ])
    func `data of any shape does no harm`(_ json: String) {
        guard let record = ToolRecord(RawJSON(minified: Array(json.utf8))) else { return }
        _ = ToolRecordTests.words(record)
    }

    // MARK: Help

    private static func data(_ sample: String) throws -> RawJSON {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "Fixtures/\(sample).json")
        return try RawJSON(parsing: String(decoding: Data(contentsOf: file), as: UTF8.self))
    }

    private static func words(_ record: ToolRecord) -> String {
        var words = ["\(record.name) \(record.kind)"]
        if !record.isEnd { words.append("begins") }
        if let duration = record.duration {
            words.append("\(duration / .milliseconds(1)) ms".replacing(".0 ", with: " "))
        }
        if let code = record.exitCode { words.append("exit \(code)") }
        return words.joined(separator: " ") + (record.detail.map { ": " + describe($0) } ?? "")
    }

    private static func describe(_ detail: ToolDetail) -> String {
        switch detail {
        case .command(let command, let output): "$ \(command)" + (output.map { " > \($0)" } ?? "")
        case .output(let text): "> \(text)"
        case .plan(let text): "plan \(text)"
        case .checklist(let items): items.map { "[\($0.state.rawValue)] \($0.text)" }.joined(separator: " ")
        case .questions(let questions):
            questions.map { "? \($0.text) (\($0.options.map(\.label).joined(separator: ", ")))" }.joined(separator: " ")
        case .edits(let edits): edits.map(describe).joined(separator: " ")
        }
    }

    private static func describe(_ edit: FileEdit) -> String {
        let lines = edit.lines.map { line in
            switch line.mark {
            case .inserted: "+" + line.text
            case .deleted: "-" + line.text
            case .context, .hunk: line.text
            }
        }
        return ([edit.path, "+\(edit.insertions)", "-\(edit.deletions)"] + lines).joined(separator: " ")
    }
}
