package import ArgumentParser
package import MonitorClient
package import MonitorCore

package struct UpdateList: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List and search updates, oldest first.",
        discussion: """
            `monitor-cli update list --since 2h --level error` shows what went wrong in the last two hours. \
            `total` in the answer counts all that match; the next page begins --after-seq the last one shown.
            """
    )

    @Option(help: "Only of this task: its id, the beginning of it, or its name.")
    package var task: String?

    @Option(help: "Only of this workstream: its id, the beginning of it, or its name.")
    package var workstream: String?

    @OptionGroup package var selection: UpdateSelection

    @Option(
        name: [.customLong("q"), .customLong("search")],
        help: ArgumentHelp("Only with all these words; \"a phrase\" and pre* work too.", valueName: "words"))
    package var search: String?

    @Option(help: ArgumentHelp("Only after this seq.", valueName: "seq"), transform: ArgumentForm.seq)
    package var afterSeq: Seq?

    @Option(help: ArgumentHelp("Only before this seq.", valueName: "seq"), transform: ArgumentForm.seq)
    package var beforeSeq: Seq?

    @Option(
        help: ArgumentHelp("Only from this time on: 2026-11-24T09:30:00Z, or 15m, 2h, 3d ago.", valueName: "time"),
        transform: ArgumentForm.time)
    package var since: Timestamp?

    @Option(help: ArgumentHelp("Only up to this time.", valueName: "time"), transform: ArgumentForm.time)
    package var until: Timestamp?

    @Option(help: "How many at most, 1 to \(Limits.maxPageSize); \(Limits.defaultPageSize) if not given.")
    package var limit: Int?

    @Option(help: "Oldest (asc) or newest (desc) first.")
    package var order: UpdateFilter.Order?

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func validate() throws {
        if let limit, !(1...Limits.maxPageSize).contains(limit) {
            throw ValidationError("--limit must be 1 to \(Limits.maxPageSize), not \(limit).")
        }
    }

    package func query(_ client: MonitorClient) async throws -> Query {
        var query = Query()
        if let task { query.add("task_id", try await client.taskID(task)) }
        if let workstream { query.add("workstream_id", try await client.workstreamID(workstream)) }
        selection.add(to: &query)
        query.add("q", search)
        query.add("after_seq", afterSeq)
        query.add("before_seq", beforeSeq)
        query.add("since", since)
        query.add("until", until)
        query.add("limit", limit)
        query.add("order", order?.rawValue)
        return query
    }

    package func run(in session: Session) async throws {
        try session.output.json(await session.client.updates(query(session.client)))
    }
}
