#if PostgreSQL
import CLibPQ

/// Where a PostgreSQL database is, from `MONITOR_DB`: `postgres://USER@HOST/DATABASE?…`, in libpq's own language.
///
/// What the URL leaves out comes from libpq's environment (`PGPASSWORD`, `PGSERVICE`, `PGSSLMODE` and its like).
package struct PostgresLocation: Equatable, Sendable, CustomStringConvertible {
    let url: String
    /// Host and database, for logs: never a password.
    package let description: String

    /// Throws a message that says what is wrong with the URL, without repeating it.
    package init(url: String) throws(InvalidLocation) {
        var problem: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &problem) else {
            defer { PQfreemem(problem) }
            // libpq's words may quote the URL, and with it a password.
            throw InvalidLocation("is no URL that PostgreSQL's library can read (postgres://USER@HOST/DATABASE)")
        }
        defer { PQconninfoFree(options) }
        self.url = url
        description = PostgresLocation.describe(options)
    }

    private static func describe(_ options: UnsafeMutablePointer<PQconninfoOption>) -> String {
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let port = values["port"].map { ":\($0)" } ?? ""
        return "postgres://\(values["host"] ?? values["service"] ?? "")\(port)/\(values["dbname"] ?? "")"
    }

    package struct InvalidLocation: Error, CustomStringConvertible {
        package let description: String
        init(_ description: String) { self.description = description }
    }
}
#endif
