import GRDB

extension Migrations {
    /// Who is signed in with a browser; not part of the journal.
    static func createBrowserSessions(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE browser_sessions (
                    id BLOB PRIMARY KEY,
                    digest BLOB NOT NULL UNIQUE,
                    owner BLOB NOT NULL,
                    user_agent TEXT NOT NULL,
                    created_at INTEGER NOT NULL,
                    last_used_at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX browser_sessions_by_owner ON browser_sessions (owner);
                """)
    }
}
