extension UpdateFilter {
    package static let parameters: Set<String> = [
        "task_id", "workstream_id", "source", "kind", "level", "tag", "q", "after_seq", "before_seq", "since", "until",
        "limit", "order",
    ]

    /// Reads the query of `GET /api/updates`; `limit` is brought into 1...200.
    package init(_ query: QueryDecoder) throws {
        self.init()
        taskID = try query.id("task_id")
        workstreamID = try query.id("workstream_id")
        sources = try query.texts("source")
        kinds = try query.texts("kind")
        levels = try query.anyOf("level", Level.self)
        tags = try query.texts("tag")
        search = try query.text("q").map(SearchQuery.init)
        afterSeq = try query.seq("after_seq")
        beforeSeq = try query.seq("before_seq")
        since = try query.timestamp("since")
        until = try query.timestamp("until")
        limit = Int(min(max(try query.int("limit") ?? Int64(Limits.defaultPageSize), 1), Int64(Limits.maxPageSize)))
        order = try query.oneOf("order", Order.self) ?? .asc
    }
}

extension TaskFilter {
    package static let parameters: Set<String> = [
        "workstream_id", "status", "attention", "agent_state", "include_hidden", "include_archived_workstreams",
        "limit",
        "after",
    ]

    /// Reads the query of `GET /api/tasks`; without `limit` all tasks are listed.
    package init(_ query: QueryDecoder) throws {
        self.init()
        workstreamID = try query.id("workstream_id")
        statuses = try query.anyOf("status", TrackedTask.Status.self)
        agentStates = try query.anyOf("agent_state", TrackedTask.AgentState.self)
        attention = try query.bool("attention")
        includeHidden = try query.bool("include_hidden") ?? false
        includeArchivedWorkstreams = try query.bool("include_archived_workstreams") ?? (workstreamID != nil)
        after = try query.id("after")
        limit = try query.int("limit").map { Int(min(max($0, 1), Int64(Int32.max))) }
    }
}

extension StreamFilter {
    package static let parameters: Set<String> = [
        "task_id", "workstream_id", "source", "kind", "level", "tag", "event", "after_seq",
    ]

    /// Reads the query of `GET /api/stream`.
    package init(_ query: QueryDecoder) throws {
        self.init()
        taskIDs = try query.ids("task_id")
        workstreamIDs = try query.ids("workstream_id")
        sources = try query.texts("source")
        kinds = try query.texts("kind")
        levels = try query.anyOf("level", Level.self)
        tags = try query.texts("tag")
        events = try query.anyOf("event", EventName.self)
    }
}
