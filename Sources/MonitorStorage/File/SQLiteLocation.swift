/// Where a SQLite store is, from `MONITOR_DB`: `sqlite:PATH`, `sqlite://PATH`, with `?mode=rwc` (the default) or `rw`.
package struct SQLiteLocation: Equatable, Sendable {
    package let path: String
    package let createsFile: Bool

    package init(path: String, createsFile: Bool = true) {
        self.path = path
        self.createsFile = createsFile
    }

    /// Throws a message that says what is wrong with the URL.
    package init(url: String) throws(InvalidLocation) {
        guard url.hasPrefix("sqlite:") else { throw InvalidLocation("must begin with sqlite:") }
        let parts = url.dropFirst("sqlite:".count).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts[0].hasPrefix("//") ? String(parts[0].dropFirst(2)) : String(parts[0])
        if path.isEmpty { throw InvalidLocation("names no file") }
        if path.contains(":memory:") {
            throw InvalidLocation("must name a file: a journal in memory would not be durable")
        }
        createsFile = try SQLiteLocation.mode(parts.count > 1 ? parts[1] : "mode=rwc")
    }

    private static func mode(_ query: Substring) throws(InvalidLocation) -> Bool {
        switch query {
        case "mode=rwc": return true
        case "mode=rw": return false
        default: throw InvalidLocation("has '?\(query)'; '?mode=rwc' (create) and '?mode=rw' (must exist) are known")
        }
    }

    package struct InvalidLocation: Error, CustomStringConvertible {
        package let description: String
        init(_ description: String) { self.description = description }
    }
}
