/// A group of tasks: usually a repository or an effort.
package struct Workstream: Equatable, Sendable {
    package enum Status: String, CaseIterable, Sendable { case active, archived }

    package var id: WorkstreamID
    package var name: String
    package var status: Status
    package var metadata: RawJSON
    package var createdAt: Timestamp
    package var updatedAt: Timestamp

    package init(
        id: WorkstreamID, name: String, status: Status = .active, metadata: RawJSON = .emptyObject,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.metadata = metadata
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
