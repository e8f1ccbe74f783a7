import GRDB
import MonitorCore

/// A list of seqs that a query walks in order.
enum UpdateDriver: Equatable {
    case all
    /// Posting lists to merge: of a dimension's terms, or (`nil`) of tasks.
    case lists([PostingList], of: Term.Dimension?, coversTasks: Bool)
    case search(String)

    /// How many updates the driver has by the kept totals, counting twice what is in two lists; `nil` for a search.
    func keptLength(_ reader: PostingReader) throws -> Int? {
        switch self {
        case .all:
            try SQLStatement("SELECT update_count FROM journal_state", on: reader.database).first { Int($0.int(0)) }
                ?? 0
        case .lists(let lists, _, _): try lists.reduce(0) { $0 + (try reader.length(of: $1)) }
        case .search: nil
        }
    }

    /// True where one update can be in two of the lists.
    var listsOverlap: Bool {
        if case .lists(let lists, .tag, _) = self { Set(lists.map(\.term)).count > 1 } else { false }
    }

    var coversTasks: Bool {
        if case .lists(_, _, let coversTasks) = self { coversTasks } else { false }
    }
}
