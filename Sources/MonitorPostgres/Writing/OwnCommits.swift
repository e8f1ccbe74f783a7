#if PostgreSQL
import MonitorCore
import Synchronization

/// What this server's writer commits, on its way to this server's feed, which then need not read it back.
///
/// The database's notification says when it is committed, and in which order; what is here only saves the reading. A
/// mutex, because the writer and the feed are threads of their own.
final class OwnCommits: Sendable {
    private struct Commit {
        let backend: Int32
        let entries: [JournalEntry]
    }

    private let commits = Mutex<[Commit]>([])

    /// Commits whose notification has not come yet; the feed reads those that are beyond it.
    private static let capacity = 16

    /// Leaves entries before they are committed: the notification can be faster than the answer.
    func add(_ entries: [JournalEntry], of backend: Int32) {
        commits.withLock { commits in
            if commits.count == OwnCommits.capacity { commits.removeFirst() }
            commits.append(Commit(backend: backend, entries: entries))
        }
    }

    /// Takes the newest back: its commit failed, or nobody knows.
    func removeLast() {
        commits.withLock { _ = $0.popLast() }
    }

    /// The entries of the commit that a notification is about, where they follow `cursor` without a gap; `nil` for the
    /// commit of another server.
    func take(_ notice: CommitNotice, after cursor: Seq) -> [JournalEntry]? {
        commits.withLock { commits in
            let index = commits.firstIndex { $0.backend == notice.backend && $0.entries.last?.seq == notice.head }
            guard let index else { return nil }
            let entries = commits[index].entries
            commits.removeFirst(index + 1)
            return entries.first?.seq == cursor + 1 ? entries : nil
        }
    }
}

/// What a notification says of a commit.
struct CommitNotice: Equatable {
    /// The process of the database that made it.
    let backend: Int32
    /// The newest seq after it; `nil` where the sender did not say.
    let head: Seq?
}
#endif
