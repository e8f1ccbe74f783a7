/// Adds updates up by what they are; `TaskKey` is what a store calls a task.
package struct FacetTally<TaskKey: Hashable> {
    private let moments: [Timestamp]
    package private(set) var total = 0
    private var families: [String: Int] = [:]
    private var kinds: [String: Int] = [:]
    private var levels: [Level: Int] = [:]
    private var tasks: [TaskKey: Int] = [:]
    /// For each of the moments.
    private var since: [Int]

    package init(moments: [Timestamp]) {
        self.moments = moments
        since = moments.map { _ in 0 }
    }

    package mutating func add(source: String, kind: String?, level: String?, task: TaskKey, at time: Timestamp) {
        add(1, source: source, kind: kind, level: level)
        add(task: task, at: time)
    }

    /// Adds an update whose texts are added by themselves.
    package mutating func add(task: TaskKey, at time: Timestamp) {
        total += 1
        tasks[task, default: 0] += 1
        for index in moments.indices where time >= moments[index] { since[index] += 1 }
    }

    /// Adds the texts that so many updates have.
    package mutating func add(_ count: Int, source: String, kind: String?, level: String?) {
        add(count, of: .source, text: source)
        if let kind { add(count, of: .kind, text: kind) }
        if let level { add(count, of: .level, text: level) }
    }

    /// Adds what a store has counted already.
    package mutating func add(_ count: Int, of dimension: Term.Dimension?, text: String) {
        switch dimension {
        case .source: families[UpdateContent.family(of: text), default: 0] += count
        case .kind: kinds[text, default: 0] += count
        case .level: if let level = Level(rawValue: text) { levels[level, default: 0] += count }
        case .tag, nil: break
        }
    }

    /// The counts; `workstream` says where a task is.
    package func facets(isExact: Bool, workstream: (TaskKey) throws -> WorkstreamID?) rethrows -> UpdateFacets {
        func count(_ value: Int) -> UpdateFacets.Count { UpdateFacets.Count(value, isExact: isExact) }
        var workstreams: [WorkstreamID: Int] = [:]
        for (task, number) in tasks {
            if let id = try workstream(task) { workstreams[id, default: 0] += number }
        }
        return UpdateFacets(
            total: count(total), tasks: count(tasks.count), sourceFamilies: families.mapValues(count),
            kinds: kinds.mapValues(count), levels: levels.mapValues(count),
            workstreams: workstreams.mapValues(count), since: Dictionary(zip(moments, since.map(count))) { a, _ in a })
    }
}
