import MonitorCore
import Testing

/// The list of updates as plain arrays say it: what the store's answers are compared with.
struct UpdateModel {
    struct Row {
        let seq: Int
        let task: String
        let source: String
        let kind: String?
        let level: String?
        let tags: [String]
        let message: String
        let time: Timestamp
        /// The update as it was answered.
        let json: String
    }

    var rows: [Row] = []
    /// Where each task is now.
    var workstreams: [String: String] = [:]

    /// A query with each parameter's values; what is not set does not filter.
    struct Query {
        var task: String?
        var workstream: String?
        var sources: [String] = []
        var kinds: [String] = []
        var levels: [String] = []
        var tags: [String] = []
        var search: String?
        var after: Int?
        var before: Int?
        var since: Timestamp?
        var until: Timestamp?
        var order: String?
        var limit: Int?
    }

    /// The rows of the page and how many match in all.
    func answer(_ query: Query) -> (items: [String], total: Int) {
        var matching = rows.filter { matches($0, query) }
        if query.order == "desc" { matching.reverse() }
        return (matching.prefix(min(max(query.limit ?? 50, 1), 200)).map(\.json), matching.count)
    }

    private func matches(_ row: Row, _ query: Query) -> Bool {
        func isIn(_ wanted: [String], _ value: String?) -> Bool {
            wanted.isEmpty || value.map(wanted.contains) == true
        }
        return (query.task ?? row.task) == row.task
            && (query.workstream ?? workstreams[row.task]) == workstreams[row.task]
            && isIn(query.sources, row.source) && isIn(query.kinds, row.kind) && isIn(query.levels, row.level)
            && (query.tags.isEmpty || row.tags.contains { query.tags.contains($0) })
            && (query.after ?? -1) < row.seq && row.seq < (query.before ?? .max)
            && (query.since ?? row.time) <= row.time && row.time <= (query.until ?? row.time)
            && (query.search.map { UpdateModel.finds($0, in: row) } ?? true)
    }

    // MARK: Search

    private static func finds(_ search: String, in row: Row) -> Bool {
        let columns = [words(row.message), words(row.tags.joined(separator: " "))]
        let wanted = terms(search)
        return !wanted.isEmpty
            && wanted.allSatisfy { term in columns.contains { occurs(term.words, isPrefix: term.isPrefix, in: $0) } }
    }

    private static func occurs(_ phrase: [String], isPrefix: Bool, in words: [String]) -> Bool {
        guard phrase.count <= words.count else { return false }
        return (0...words.count - phrase.count).contains { start in
            zip(phrase.indices, words[start...]).allSatisfy { index, word in
                isPrefix && index == phrase.count - 1 ? word.hasPrefix(phrase[index]) : word == phrase[index]
            }
        }
    }

    /// Quoted parts are phrases, other words stand alone, `*` at a word's end means any ending; what has no word is nothing.
    private static func terms(_ search: String) -> [(words: [String], isPrefix: Bool)] {
        var terms: [(words: [String], isPrefix: Bool)] = []
        for (index, part) in search.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                terms.append((words(String(part)), false))
            } else {
                terms += part.split(separator: " ").map { (words(String($0)), $0.count > 1 && $0.hasSuffix("*")) }
            }
        }
        return terms.filter { !$0.words.isEmpty }
    }

    /// Runs of letters and digits in lower case.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}

extension UpdateModel.Query {
    /// The query string, its values encoded as forms do.
    var uri: String {
        var pairs: [(String, String)] = []
        func add(_ name: String, _ values: [String]) { pairs += values.map { (name, $0) } }
        add("task_id", [task].compactMap(\.self))
        add("workstream_id", [workstream].compactMap(\.self))
        add("source", sources)
        add("kind", kinds)
        add("level", levels)
        add("tag", tags)
        add("q", [search].compactMap(\.self))
        add("after_seq", [after].compactMap { $0.map(String.init) })
        add("before_seq", [before].compactMap { $0.map(String.init) })
        add("since", [since].compactMap { $0?.description })
        add("until", [until].compactMap { $0?.description })
        add("order", [order].compactMap(\.self))
        add("limit", [limit].compactMap { $0.map(String.init) })
        return "/api/updates?" + pairs.map { "\($0)=\(UpdateModel.Query.encode($1))" }.joined(separator: "&")
    }

    static func encode(_ text: String) -> String {
        text.utf8.map { byte -> String in
            let isPlain =
                byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
            if isPlain { return String(UnicodeScalar(byte)) }
            return byte == 0x20 ? "+" : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
