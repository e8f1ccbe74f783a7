import GRDB
import MonitorCore

/// What a query walks in seq order; the rest of the selection is checked row by row.
enum UpdateDriver: Equatable {
    case all
    /// Posting lists to merge: of a dimension's terms, or (`nil`) of tasks.
    case lists([PostingList], of: Term.Dimension?, coversTasks: Bool)
    case search(String)

    /// More lists than this are not merged: the merge looks at each list's head.
    private static let maxLists = 4_000

    /// The shortest of the lists that the selection offers, by their kept lengths; a text search always drives.
    static func shortest(for selection: UpdateSelection, reader: PostingReader) throws -> UpdateDriver {
        if let search = selection.search { return .search(search) }
        var best: (driver: UpdateDriver, length: Int) = (.all, .max)
        for driver in candidates(selection) {
            let length = try driver.keptLength(reader) ?? .max
            if length < best.length { best = (driver, length) }
        }
        return best.driver
    }

    private static func candidates(_ selection: UpdateSelection) -> [UpdateDriver] {
        var drivers: [UpdateDriver] = []
        let tasks = selection.tasks?.sorted()
        for (dimension, terms) in selection.terms.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if let tasks, tasks.count * terms.count <= maxLists {
                let lists = tasks.flatMap { task in terms.map { PostingList(term: $0.id, task: task) } }
                drivers.append(.lists(lists, of: dimension, coversTasks: true))
            } else {
                let lists = terms.map { PostingList(term: $0.id, task: PostingList.anyTask) }
                drivers.append(.lists(lists, of: dimension, coversTasks: false))
            }
        }
        if let tasks {
            let lists = tasks.map { PostingList(term: PostingList.anyTerm, task: $0) }
            drivers.append(.lists(lists, of: nil, coversTasks: true))
        }
        return drivers
    }

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
}
