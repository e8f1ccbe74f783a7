import MonitorCore

/// Finding and making the tasks that sources' events belong to.
extension WriteSession {
    /// The event's task; a new one has taken in the event already.
    func task(for delivery: SourceDelivery, at time: Timestamp) throws -> (id: TaskID, isNew: Bool) {
        if let pinned = delivery.taskID {
            guard try reference(to: pinned) != nil else { throw APIError.notFound("task \(pinned)") }
            return (pinned, false)
        }
        let key = delivery.event.route.task.key
        if let known = try routedTask(key) { return (known, false) }
        let workstream = try workstream(for: delivery)
        return (try makeTask(for: delivery.event, in: workstream, at: time), true)
    }

    private func routedTask(_ key: String) throws -> TaskID? {
        if let known = routeCache[key] { return known }
        let id: TaskID? = try SQLStatement(
            "SELECT t.id FROM task_routes r JOIN tasks t ON t.key = r.task WHERE r.key = ?", on: database
        ).first([.text(key)]) { try $0.id(0) }
        if let id { remember(id, under: key) }
        return id
    }

    private func remember(_ id: TaskID, under key: String) {
        if routeCache.count >= 10_000 { routeCache.removeAll(keepingCapacity: true) }
        routeCache[key] = id
    }

    private func makeTask(for event: SourceEvent, in workstream: WorkstreamID, at time: Timestamp) throws -> TaskID {
        guard let workstreamKey = try WorkstreamRow.key(of: workstream, on: database) else {
            throw APIError.notFound("workstream \(workstream)")
        }
        let row = TrackedTask(
            id: .make(at: time, using: &random), workstreamID: workstream, name: event.route.task.name,
            createdAt: time, updatedAt: time)
        var tracking = TaskTracking()
        (tracking.isAutomatic, tracking.naming) = (true, event.route.task.naming)
        let state = try showingChecks(
            TrackedState(task: row, tracking: tracking).applying(event, at: time), at: time)
        try insert(state, workstream: workstreamKey)
        try execute(
            "INSERT INTO task_routes (key, task) SELECT ?, key FROM tasks WHERE id = ?", .text(event.route.task.key),
            .id(row.id))
        remember(row.id, under: event.route.task.key)
        return row.id
    }

    private func workstream(for delivery: SourceDelivery) throws -> WorkstreamID {
        if let pinned = delivery.workstreamID { return pinned }
        let route = delivery.event.route.workstream
        let known: WorkstreamID? = try SQLStatement(
            "SELECT w.id FROM workstream_routes r JOIN workstreams w ON w.key = r.workstream WHERE r.key = ?",
            on: database
        ).first([.text(route.key)]) { try $0.id(0) }
        if let known { return known }
        let row = try createWorkstream(WorkstreamDraft(name: route.name))
        try execute(
            "INSERT INTO workstream_routes (key, workstream) SELECT ?, key FROM workstreams WHERE id = ?",
            .text(route.key), .id(row.id))
        return row.id
    }
}
