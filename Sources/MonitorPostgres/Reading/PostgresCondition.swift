#if PostgreSQL
import MonitorCore

/// Conditions that all must hold, with the values of their `$n`.
struct PostgresCondition {
    private var parts: [String] = []
    private(set) var values: [PostgresValue] = []

    var sql: String { parts.isEmpty ? "true" : parts.joined(separator: " AND ") }

    /// Adds a condition in which `?` stands for the value.
    mutating func add(_ part: String, _ value: PostgresValue? = nil) {
        guard let value else { return parts.append(part) }
        let place = bind(value)
        parts.append(part.split(separator: "?", omittingEmptySubsequences: false).joined(separator: place))
    }

    /// Any of the values; no condition where there are none.
    mutating func add(_ column: String, in options: [String]) {
        if !options.isEmpty { add("\(column) = ANY(?)", .texts(options)) }
    }

    /// Adds a value to use elsewhere in the statement, and returns its place.
    mutating func bind(_ value: PostgresValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }
}
#endif
