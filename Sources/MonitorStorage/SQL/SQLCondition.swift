/// Conditions that all must hold, with the values to bind.
struct SQLCondition {
    private var parts: [String] = []
    private(set) var values: [SQLValue] = []

    var sql: String { parts.isEmpty ? "TRUE" : parts.joined(separator: " AND ") }

    mutating func add(_ part: String, _ newValues: SQLValue...) {
        parts.append(part)
        values += newValues
    }

    /// Any of the values; no condition where there are none.
    mutating func add(_ column: String, in options: [SQLValue]) {
        guard !options.isEmpty else { return }
        parts.append("\(column) IN (\(SQLCondition.placeholders(options.count)))")
        values += options
    }

    static func placeholders(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}
