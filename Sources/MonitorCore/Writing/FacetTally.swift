import MonitorCore

/// Adds updates up by what they are.
struct FacetTally {
    let moments: [Timestamp]
    private(set) var total = 0
    private var families: [String: Int] = [:]
    private var kinds: [String: Int] = [:]
    private var levels: [Level: Int] = [:]
    private var tasks: [Int64: Int] = [:]
    private var since: [Timestamp: Int]

    init(moments: [Timestamp]) {
        self.moments = moments
        since = Dictionary(moments.map { ($0, 0) }) { a, _ in a }
    }

    /// Adds a row of `UpdateRow.selectFacts`.
    mutating func add(_ row: SQLRow) {
        add(1, of: .source, text: row.text(4))
        if let kind = row.optionalText(7) { add(1, of: .kind, text: kind) }
        if let level = row.optionalText(8) { add(1, of: .level, text: level) }
        total += 1
        tasks[row.int(12), default: 0] += 1
        for moment in moments where row.timestamp(3) >= moment { since[moment, default: 0] += 1 }
    }

    mutating func add(_ count: Int, of dimension: Term.Dimension?, text: String) {
        switch dimension {
        case .source: families[UpdateContent.family(of: text), default: 0] += count
        case .kind: kinds[text, default: 0] += count
        case .level: if let level = Level(rawValue: text) { levels[level, default: 0] += count }
        case .tag, nil: break
        }
    }

    /// The counts; `workstream` says where a task is.
    func facets(isExact: Bool, workstream: (Int64) throws -> WorkstreamID?) rethrows -> UpdateFacets {
        func count(_ value: Int) -> UpdateFacets.Count { UpdateFacets.Count(value, isExact: isExact) }
        var workstreams: [WorkstreamID: Int] = [:]
        for (task, number) in tasks {
            if let id = try workstream(task) { workstreams[id, default: 0] += number }
        }
        return UpdateFacets(
            total: count(total), tasks: count(tasks.count), sourceFamilies: families.mapValues(count),
            kinds: kinds.mapValues(count), levels: levels.mapValues(count),
            workstreams: workstreams.mapValues(count), since: since.mapValues(count))
    }
}
