#if PostgreSQL
import MonitorCore

/// Finding and making the tasks that sources' events belong to.
extension WriteSession {
    /// The event's task; a new one has taken in the event already.
    func task(for delivery: SourceDelivery, at time: Timestamp) throws -> (id: TaskID, isNew: Bool) {
        if let pinned = delivery.taskID {
            guard try workstream(of: pinned) != nil else { throw APIError.notFound("task \(pinned)") }
            return (pinned, false)
        }
        let known: TaskID? = try connection.execute(
            "SELECT task_id FROM task_routes WHERE digest = $1", [.digest(delivery.event.route.task.key)]
        ).first { try $0.id(0) }
        if let known { return (known, false) }
        let workstream = try workstream(for: delivery)
        return (try makeTask(for: delivery.event, in: workstream, at: time), true)
    }

    private func makeTask(for event: SourceEvent, in workstream: WorkstreamID, at time: Timestamp) throws -> TaskID {
        guard try WorkstreamRow.find(workstream, on: connection) != nil else {
            throw APIError.notFound("workstream \(workstream)")
        }
        let row = TrackedTask(
            id: .make(at: time, using: &random), workstreamID: workstream, name: event.route.task.name,
            createdAt: time, updatedAt: time)
        var tracking = TaskTracking()
        (tracking.isAutomatic, tracking.naming) = (true, event.route.task.naming)
        try insert(
            showingChecks(TrackedState(task: row, tracking: tracking).applying(event, at: time), at: time))
        try connection.execute(
            "INSERT INTO task_routes VALUES ($1, $2, $3)",
            [.digest(event.route.task.key), .text(event.route.task.key), .id(row.id)])
        return row.id
    }

    private func workstream(for delivery: SourceDelivery) throws -> WorkstreamID {
        if let pinned = delivery.workstreamID { return pinned }
        let route = delivery.event.route.workstream
        let known: WorkstreamID? = try connection.execute(
            "SELECT workstream_id FROM workstream_routes WHERE digest = $1", [.digest(route.key)]
        ).first { try $0.id(0) }
        if let known { return known }
        let row = try createWorkstream(WorkstreamDraft(name: route.name))
        try connection.execute(
            "INSERT INTO workstream_routes VALUES ($1, $2, $3)", [.digest(route.key), .text(route.key), .id(row.id)])
        return row.id
    }
}
#endif
