import MonitorCore

/// The lists that a selection names, which an update must be in all of: the shortest leads, by the kept lengths.
struct UpdatePlan: Equatable {
    let lead: UpdateDriver
    let others: [UpdateDriver]

    /// More lists than this are not merged: a merge keeps the head of each.
    private static let maxLists = 4_000

    init(for selection: UpdateSelection, reader: PostingReader) throws {
        var drivers = UpdatePlan.terms(of: selection)
        // One driver of the tasks' own lists is enough to keep to them.
        if !drivers.contains(where: \.coversTasks), let tasks = UpdatePlan.tasks(of: selection) {
            drivers.append(tasks)
        }
        let lengths = try drivers.map { ($0, try $0.keptLength(reader) ?? .max) }
        drivers = lengths.sorted { $0.1 < $1.1 }.map(\.0)
        // How long it is nobody knows; it is stepped to where the others are.
        if let search = selection.search { drivers.append(.search(search)) }
        lead = drivers.first ?? .all
        others = Array(drivers.dropFirst())
    }

    var coversTasks: Bool { ([lead] + others).contains(where: \.coversTasks) }

    /// How many updates the plan has, where the kept totals say it.
    func keptLength(_ reader: PostingReader) throws -> Int? {
        others.isEmpty && !lead.listsOverlap ? try lead.keptLength(reader) : nil
    }

    private static func terms(of selection: UpdateSelection) -> [UpdateDriver] {
        selection.terms.map { dimension, ids in
            let terms = ids.sorted()
            guard let tasks = selection.tasks?.sorted(), tasks.count * terms.count <= maxLists else {
                let lists = terms.map { PostingList(term: $0, task: PostingList.anyTask) }
                return .lists(lists, of: dimension, coversTasks: false)
            }
            let lists = tasks.flatMap { task in terms.map { PostingList(term: $0, task: task) } }
            return .lists(lists, of: dimension, coversTasks: true)
        }
    }

    private static func tasks(of selection: UpdateSelection) -> UpdateDriver? {
        guard let tasks = selection.tasks?.sorted() else { return nil }
        let isAlone = selection.terms.isEmpty && selection.search == nil
        guard isAlone || tasks.count <= maxLists else { return nil }
        let lists = tasks.map { PostingList(term: PostingList.anyTerm, task: $0) }
        return .lists(lists, of: nil, coversTasks: true)
    }
}
