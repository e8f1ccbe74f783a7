import MonitorCore

/// Copies a store into another one, goes on where an earlier attempt ended, and compares both at the end.
struct Migration {
    let source: any JournalArchive
    let target: any JournalArchive
    let report: @Sendable (MigrationProgress) -> Void

    /// Entries of one transaction.
    static let pageSize = 1_000

    /// Returns what both stores hold; the target opens for use once that is the same.
    func run() async throws -> ArchiveChecksum {
        let bounds = try await source.bounds()
        try await target.beginImport(try await source.archivedState())
        try await copyEntries(through: bounds.head)
        let target = target
        try await source.forEachArchivedKey { try await target.importKeys($0) }
        let (before, after) = (try await checksum(of: source, bounds), try await checksum(of: target, bounds))
        guard before == after else { throw MigrationFailure.different(before, after) }
        guard try await source.bounds().head == bounds.head else { throw MigrationFailure.grown }
        try await target.finishImport(bounds)
        return after
    }

    private func copyEntries(through head: Seq) async throws {
        var cursor = try await target.bounds().head
        while cursor < head {
            let entries = try await source.archivedEntries(after: cursor, limit: Migration.pageSize)
            guard let last = entries.last else { return }
            try await target.importEntries(entries)
            cursor = last.seq
            report(MigrationProgress(step: .copying, seq: cursor, head: head))
        }
    }

    private func checksum(of store: any JournalArchive, _ bounds: JournalBounds) async throws -> ArchiveChecksum {
        try await ArchiveChecksum(of: store) { seq in
            report(MigrationProgress(step: .comparing, seq: seq, head: bounds.head))
        }
    }
}

/// How far a migration is.
struct MigrationProgress: Sendable {
    enum Step: String, Sendable { case copying, comparing }

    let step: Step
    let seq: Seq
    let head: Seq

    var percent: Int { head == 0 ? 100 : Int(100 * seq / head) }
}

enum MigrationFailure: Error, CustomStringConvertible {
    case different(ArchiveChecksum, ArchiveChecksum)
    case grown

    var description: String {
        switch self {
        case .different(let source, let target):
            "the copy differs: \(source) there, \(target) here; the target stays closed, copy into a new one"
        case .grown: "somebody wrote to the source meanwhile: stop its servers and run it again"
        }
    }
}
