import GRDB

extension Migrations {
    /// Up to where updates are in the search index, which follows the rows.
    static func createSearchBacklog(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE journal_state ADD COLUMN indexed_through INTEGER NOT NULL DEFAULT 0;
                UPDATE journal_state SET indexed_through = head;
                """)
    }
}
