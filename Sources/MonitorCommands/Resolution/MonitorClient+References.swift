package import MonitorClient
package import MonitorCore

extension MonitorClient {
    /// The task that a person means; a whole id costs no request.
    package func taskID(_ reference: String) async throws -> TaskID {
        if let id = TaskID(reference) { return id }
        var filter = TaskFilter()
        filter.includeHidden = true
        filter.includeArchivedWorkstreams = true
        return try MonitorClient.resolve(reference, in: await tasks(filter), noun: "task")
    }

    /// The workstream that a person means; a whole id costs no request.
    package func workstreamID(_ reference: String) async throws -> WorkstreamID {
        if let id = WorkstreamID(reference) { return id }
        return try MonitorClient.resolve(reference, in: await workstreams(includeArchived: true), noun: "workstream")
    }

    private static func resolve<Entity>(_ reference: String, in list: JSONValue, noun: String) throws -> ID<Entity> {
        let candidates = (list["items"]?.array ?? []).compactMap { item in
            item["id"]?.string.map { Reference.Candidate(id: $0, name: item["name"]?.string ?? "") }
        }
        let match = try Reference.resolve(reference, among: candidates, noun: noun)
        guard let id = ID<Entity>(match.id) else { throw ClientError.badAnswer("'\(match.id)' is no id") }
        return id
    }
}
