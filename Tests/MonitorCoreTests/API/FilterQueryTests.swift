import MonitorCore
import Testing

@Suite struct FilterQueryTests {
    @Test func `without parameters the defaults hold`() throws {
        #expect(try updates("") == UpdateFilter())
        #expect(try tasks("") == TaskFilter())
        #expect(try stream("") == StreamFilter())
        #expect(UpdateFilter().limit == 50)
    }

    @Test func `updates are filtered by every parameter`() throws {
        let filter = try updates(
            "task_id=00000000-0000-0001-0000-000000000001&workstream_id=00000000-0000-0002-0000-000000000001&source=a"
                + "&source=b&kind=k&level=warn&level=error&tag=github&tag=completed&q=%22a+b%22+pre*&after_seq=1&before_seq=9"
                + "&since=2026-11-24&until=2026-11-25&limit=7&order=desc")
        var wanted = UpdateFilter()
        wanted.taskID = TaskID(high: 1, low: 1)
        wanted.workstreamID = WorkstreamID(high: 2, low: 1)
        wanted.sources = ["a", "b"]
        wanted.kinds = ["k"]
        wanted.levels = [.warn, .error]
        wanted.tags = ["github", "completed"]
        wanted.search = SearchQuery("\"a b\" pre*")
        (wanted.afterSeq, wanted.beforeSeq) = (1, 9)
        (wanted.since, wanted.until) = (Timestamp(rfc3339: "2026-11-24"), Timestamp(rfc3339: "2026-11-25"))
        (wanted.limit, wanted.order) = (7, .desc)
        #expect(filter == wanted)
    }

    @Test(arguments: [
        ("1", 1), ("200", 200), ("201", 200), ("0", 1), ("-5", 1), ("9223372036854775807", 200),
        ("-9223372036854775808", 1),
    ])
    func `the limit of a page is brought into its range`(_ text: String, _ limit: Int) throws {
        #expect(try updates("limit=\(text)").limit == limit)
    }

    @Test(arguments: [
        "limit=ten", "limit=9223372036854775808", "order=up", "level=fatal", "level=INFO", "task_id=1",
        "workstream_id=x",
        "after_seq=-1", "before_seq=-1", "after_seq=x", "since=x", "until=2026", "kind=", "source", "tag=", "q=",
        "tags=a",
        "status=active", "Limit=1",
    ])
    func `what updates do not have is 400`(_ query: String) {
        #expect(refusal { _ = try updates(query) }?.status == 400)
    }

    @Test func `tasks are filtered by every parameter`() throws {
        let filter = try tasks(
            "status=active&status=blocked&agent_state=waiting&attention=true&include_hidden=true"
                + "&include_archived_workstreams=true&limit=5&after=00000000-0000-0001-0000-000000000001")
        #expect(filter.statuses == [.active, .blocked])
        #expect(filter.agentStates == [.waiting])
        #expect(filter.attention == true)
        #expect(filter.includeHidden && filter.includeArchivedWorkstreams)
        #expect(filter.limit == 5)
        #expect(filter.after == TaskID(high: 1, low: 1))
    }

    @Test func `a named workstream is shown though it is archived`() throws {
        let query = "workstream_id=00000000-0000-0001-0000-000000000001"
        #expect(try tasks(query).includeArchivedWorkstreams)
        #expect(try !tasks(query + "&include_archived_workstreams=false").includeArchivedWorkstreams)
    }

    @Test(arguments: [("0", 1), ("-1", 1), ("1", 1), ("9223372036854775807", Int(Int32.max))])
    func `a list of tasks has at least one row`(_ text: String, _ limit: Int) throws {
        #expect(try tasks("limit=\(text)").limit == limit)
    }

    @Test(arguments: [
        "status=open", "agent_state=x", "attention=maybe", "include_hidden=2", "after=x", "q=x", "kind=x",
    ])
    func `what tasks do not have is 400`(_ query: String) {
        #expect(refusal { _ = try tasks(query) }?.status == 400)
    }

    @Test func `a stream is filtered by every parameter`() throws {
        let filter = try stream(
            "task_id=00000000-0000-0001-0000-000000000001&task_id=00000000-0000-0001-0000-000000000002"
                + "&workstream_id=00000000-0000-0002-0000-000000000001&source=s&kind=k&level=info&tag=t&event=update&after_seq=3"
        )
        #expect(filter.taskIDs == [TaskID(high: 1, low: 1), TaskID(high: 1, low: 2)])
        #expect(filter.workstreamIDs == [WorkstreamID(high: 2, low: 1)])
        #expect(filter.sources == ["s"] && filter.kinds == ["k"] && filter.levels == [.info] && filter.tags == ["t"])
        #expect(filter.events == [.update])
    }

    @Test(arguments: ["event=updates", "event=", "level=x", "q=x", "limit=5"])
    func `what a stream does not have is 400`(_ query: String) {
        #expect(refusal { _ = try stream(query) }?.status == 400)
    }

    private func updates(_ query: String) throws -> UpdateFilter {
        try UpdateFilter(QueryDecoder(FormQuery(query), known: UpdateFilter.parameters))
    }

    private func tasks(_ query: String) throws -> TaskFilter {
        try TaskFilter(QueryDecoder(FormQuery(query), known: TaskFilter.parameters))
    }

    private func stream(_ query: String) throws -> StreamFilter {
        try StreamFilter(QueryDecoder(FormQuery(query), known: StreamFilter.parameters))
    }
}
