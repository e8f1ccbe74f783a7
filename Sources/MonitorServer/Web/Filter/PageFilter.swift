import MonitorCore

/// A filter of updates as a page's address says it: links change a part of it, forms show it, live rows keep to it.
struct PageFilter: Sendable {
    /// In the order in which they stand in addresses.
    static let names = ["q", "workstream_id", "source", "kind", "level", "tag", "since", "until"]

    private(set) var items: [(name: String, value: String)] = []

    init() {}

    init(_ query: QueryDecoder) throws {
        items = try PageFilter.names.flatMap { name in try query.texts(name).map { (name, $0) } }
    }

    /// The text as it was typed.
    var text: String { values(of: "q").last ?? "" }

    var isEmpty: Bool { items.isEmpty }

    func values(of name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// With this value alone for the field, or without the field.
    func setting(_ name: String, to value: String?) -> PageFilter {
        var filter = self
        filter.items.removeAll { $0.name == name }
        if let value { filter.items.append((name, value)) }
        return filter
    }

    /// An address with the filter in its query, behind what the page itself has there.
    func link(to path: String, _ others: [(name: String, value: String)] = []) -> String {
        let all = others + items
        return all.isEmpty ? path : path + "?" + FormQuery(items: all).text
    }

    /// The link to what lies before a place in the journal.
    func older(
        at path: String, _ others: [(name: String, value: String)] = [], before seq: Seq?, hasOlder: Bool
    ) -> OlderView {
        let link = link(to: path, others)
        return OlderView(link: link + (link == path ? "?" : "&") + "before_seq", before: seq, hasOlder: hasOlder)
    }

    /// The filter, or what is wrong with its text, to be said beside its field; a wrong link is an error.
    func read(now: Timestamp) throws -> (filter: UpdateFilter?, problem: String?) {
        _ = try setting("q", to: nil).updateFilter(now: now)
        do {
            return (try updateFilter(now: now), nil)
        } catch let error as APIError {
            return (nil, error.message)
        }
    }

    /// What the fields mean to the journal; errors name the field.
    func updateFilter(now: Timestamp) throws -> UpdateFilter {
        var filter = UpdateFilter()
        for item in items { try filter.narrow(item.name, to: item.value, now: now) }
        return filter
    }
}

extension UpdateFilter {
    /// Adds a field of a page's filter.
    mutating func narrow(_ name: String, to value: String, now: Timestamp) throws {
        switch name {
        case "q": try narrow(to: FilterText(value), now: now)
        case "workstream_id": workstreamID = try WorkstreamID(pageValue: value)
        case "source" where value.utf8.contains(UInt8(ascii: ":")): sources.append(value)
        case "source": sourceFamilies.append(value)
        case "kind": kinds.append(value)
        case "level":
            guard let level = Level(rawValue: value) else {
                throw APIError.invalidValue(name, value, allowed: Level.allCases.map(\.rawValue))
            }
            levels.append(level)
        case "tag": tags.append(value)
        case "since": since = try Timestamp(name, pageValue: value, now: now)
        case "until": until = try Timestamp(name, pageValue: value, now: now)
        default: break
        }
    }

    private mutating func narrow(to text: FilterText, now: Timestamp) throws {
        for field in text.fields { try narrow(field.name, to: field.value, now: now) }
        if !text.words.isEmpty { search = SearchQuery(text.words) }
    }
}

extension ID {
    fileprivate init(pageValue text: String) throws {
        guard let id = Self(text) else {
            throw APIError(.invalidParameter, "'workstream_id' must be a UUID, not '\(text.prefix(100))'")
        }
        self = id
    }
}

extension Timestamp {
    /// A moment, or how long ago it was: `30m`, `1h`, `7d`.
    fileprivate init(_ name: String, pageValue text: String, now: Timestamp) throws {
        let seconds: [Character: Int64] = ["m": 60, "h": 3_600, "d": 86_400]
        if let unit = text.last.flatMap({ seconds[$0] }), let count = Int32(text.dropLast()), count >= 0 {
            self = now.advanced(by: .seconds(-Int64(count) * unit))
        } else if let time = Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "T00:00:00Z") {
            self = time
        } else {
            throw APIError(
                .invalidParameter,
                "'\(name)' must be an age such as 30m, 1h or 7d, or a time such as 2026-11-24 or "
                    + "2026-11-24T09:30:00Z, not '\(text.prefix(40))'")
        }
    }
}
