import MonitorCore
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct TaskPageTests {
    private let templates: TemplateLibrary
    private let calls: RenderedRows<ToolUseView>
    private var journal = JournalFixture()

    init() throws {
        templates = try TemplateLibrary()
        calls = RenderedRows(templates: templates)
        journal.addTask("Fix tax rounding")
        journal.taskRows[0].agent = "claude-code"
    }

    private func page(_ text: String = "") async throws -> String {
        try await TaskPage(store: journal, templates: templates, calls: calls) { JournalFixture.now }
            .render(journal.taskRows[0].id, query(text))
    }

    private func fragment(_ text: String) async throws -> String {
        try await ThreadFragment(store: journal, templates: templates, calls: calls) { JournalFixture.now }
            .render(journal.taskRows[0].id, query(text))
    }

    private func query(_ text: String) throws -> QueryDecoder {
        let query = FormQuery(text).withoutEmptyValues
        return try QueryDecoder(query, known: Set(query.items.map(\.name)))
    }

    private mutating func add(_ kind: String, _ data: String? = nil, level: Level? = nil, message: String = "m") {
        journal.addUpdate(
            UpdateContent(
                source: "claude:8eea9dd4", message: message, kind: kind, level: level,
                data: data.map { RawJSON(minified: Array($0.utf8)) }), to: 0)
    }

    /// The ids of the thread's entries with the stretch that each covers.
    private func entries(_ html: String) -> [String] {
        html.split(separator: "<li class=\"upd").dropFirst().map { item in
            let value = { (name: String) in
                item.prefix { $0 != ">" }.split(separator: " \(name)=\"").dropFirst().first?.prefix { $0 != "\"" }
                    ?? "-"
            }
            return "\(value("id")) \(value("data-from"))...\(value("data-seq"))"
        }
    }

    @Test mutating func `a run of calls is one entry that says from where to where it reaches`() async throws {
        add("user_prompt")
        for id in 1...10 { add("tool_use", #"{"tool_name":"Read","tool_use_id":"\#(id)","tool_response":"x"}"#) }
        add("turn_end", message: "Done")
        let html = try await page()
        #expect(entries(html) == ["u-12 -...12", "f-2 2...11", "u-1 -...1"])
        #expect(html.contains("<b>10 tool calls</b><span class=\"dim\">10 Read</span>"))
        #expect(html.contains("Show 4 more") && html.contains("<span id=\"u-2\"></span>"))
        #expect(html.contains("<b>Claude Code</b>"))
    }

    @Test mutating func `a call that ends joins the open entry when the page asks from its beginning`() async throws {
        add("tool_use", #"{"tool_name":"Bash","tool_use_id":"a","tool_input":{"command":"ls"}}"#)
        #expect(entries(try await page()) == ["f-1 1...1"])
        add("tool_use", #"{"tool_name":"Bash","tool_use_id":"a","tool_input":{"command":"ls"},"tool_response":"x"}"#)
        let html = try await fragment("after_seq=0")
        #expect(entries(html) == ["f-1 1...2"])
    }

    @Test mutating func `a fragment that would be too long begins anew`() async throws {
        journal.addUpdates(300, to: 0)
        let html = try await fragment("after_seq=1")
        #expect(html.contains("data-replaces") && entries(html).count == TaskPage.pageSize)
        #expect(entries(html).first == "u-300 -...300")
    }

    @Test mutating func `older entries are a link away, down to the very first`() async throws {
        journal.addUpdates(250, to: 0)
        #expect(try await page().contains("before_seq=151\">Older updates</a><span class=\"dim\">150 more"))
        let last = try await page("before_seq=51")
        #expect(entries(last).last == "u-1 -...1" && last.contains("hidden>Older updates"))
        #expect(last.contains("data-newest=\"false\"") && last.contains("Newest updates"))
    }

    @Test mutating func `an update that is far back is shown among its neighbours, with its fold open`() async throws {
        for id in 1...20 { add("tool_use", #"{"tool_name":"Read","tool_use_id":"\#(id)","tool_response":"x"}"#) }
        journal.addUpdates(300, to: 0)
        let html = try await page("around=5")
        #expect(html.contains("id=\"u-5\"") && html.contains("id=\"u-40\"") && !html.contains("id=\"u-300\""))
        #expect(html.contains("<details class=\"fold\" id=\"f-1-calls\" open>"))
        #expect(html.contains("<details class=\"call\" id=\"c-5\" open>"))
        #expect(try await page("around=310").contains("data-newest=\"true\""))
    }

    @Test mutating func `the thread is narrowed by what the address says, and goes on so`() async throws {
        for index in 1...150 { add(index % 10 == 0 ? "decision" : "status_note", level: .info, message: "m\(index)") }
        let html = try await page("kind=decision&level=info&q=&source=claude%3A8eea9dd4")
        #expect(entries(html).count == 15)
        #expect(html.contains("name=\"kind\" value=\"decision\" checked"))
        #expect(html.contains("data-query=\"?source=claude%3a8eea9dd4&amp;kind=decision&amp;level=info\""))
        #expect(try await page("kind=status_note").contains("?before_seq=39&amp;kind=status_note\""))
        #expect(try await page("kind=none").contains("No update matches."))
        await #expect(throws: APIError.self) { try await page("level=loud") }
        await #expect(throws: APIError.self) { try await page("span=week") }
    }

    @Test mutating func `changes of the task stand between its updates`() async throws {
        var task = journal.taskRows[0]
        let entry = { (seq: Seq, event: EventName, task: TrackedTask) in
            JournalEntry(seq: seq, event: event, keys: .init(taskID: task.id), json: task.json)
        }
        journal.changeRows.append(entry(0, .taskCreated, task))
        add("status_note")
        add("status_note")
        task.name = "Fix <VAT>"
        let other = journal.addTask("other", workstream: "<b>payments</b>")
        task.workstreamID = journal.workstreamRows[other].id
        journal.changeRows.append(entry(2, .taskUpdated, task))
        let html = try await page()
        #expect(entries(html) == ["s-2 -...2", "u-2 -...2", "u-1 -...1", "s-0 -...0"])
        #expect(html.contains("<span>Moved from</span><b>acme/shopfront</b><span>to</span><b>&lt;b&gt;payments"))
        #expect(html.contains("Task created"))
    }

    @Test mutating func `what an agent waits for is told with its tool and its command`() async throws {
        add(
            "permission_request",
            #"{"tool_name":"Bash","tool_input":{"command":"rm -rf x\nnpm ci","description":"Why"}}"#)
        journal.taskRows[0].agentState = .waiting
        journal.taskRows[0].attention = .init(reason: .permission, message: "Bash: rm -rf x", since: JournalFixture.now)
        let html = try await page()
        #expect(html.contains("Claude Code wants to run a command</h2>"))
        #expect(html.contains("<pre tabindex=\"0\">rm -rf x\nnpm ci</pre>") && html.contains("<p>Why Answer in"))
        #expect(html.contains("name=\"attention\" value=\"\""))
        #expect(html.contains("waiting for permission"))
    }

    @Test mutating func `only addresses of the web are links`() async throws {
        add("ci_run", #"{"status":"completed","conclusion":"success","url":"javascript:alert(1)"}"#)
        add("ci_run", #"{"status":"completed","conclusion":"failure","url":"https://ci.example/1?a=\"&b"}"#)
        let html = try await page()
        #expect(!html.contains("href=\"javascript:"))
        #expect(html.contains("href=\"https://ci.example/1?a=&quot;&amp;b\" rel=\"noopener noreferrer\""))
    }

    @Test(arguments: [
        #"{"tool_name":"\u003cscript>","tool_input":{"command":"\u003c/pre>\u003cscript>alert(1)\u003c/script>"},"tool_response":"\u003cscript>"}"#,
        #"{"tool_name":"Edit","tool_input":{"file_path":"\u003cscript>","old_string":"\u003cscript>","new_string":"\u003cscript>\n"},"tool_response":"x"}"#,
        #"{"tool_name":"TodoWrite","tool_input":{"todos":[{"content":"\u003cscript>alert"}]}}"#,
        #"{"tool_name":"ask_user","tool_input":{"question":"\u003cscript>","choices":["\u003cscript>"]}}"#,
        #"{"agent_id":"\u003cscript>","agent_type":"\u003cscript>","last_assistant_message":"\u003cscript>"}"#,
        #"{"conclusion":"\u003cscript>","workflow":"\u003cscript>","sha":"\u003cscript>"}"#,
    ])
    func `hostile data stays text, whatever it claims to be`(_ json: String) async throws {
        var tests = self
        for kind in [
            "tool_use", "tool_failure", "permission_request", "question", "subagent_stop", "ci_run", "plan_update",
        ] {
            tests.add(kind, json)
            tests.add("status_note")
        }
        let html = try await tests.page("around=1")
        #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    }

    @Test mutating func `what is long is cut, with the way to the whole`() async throws {
        let output = String(repeating: "line\\n", count: 3_000)
        add("tool_use", #"{"tool_name":"Bash","tool_input":{"command":"x"},"tool_response":"\#(output)"}"#)
        let html = try await page()
        #expect(html.utf8.count < 60_000)
        #expect(html.contains("<a class=\"link\" href=\"/api/updates/1\">The rest"))
    }
}
