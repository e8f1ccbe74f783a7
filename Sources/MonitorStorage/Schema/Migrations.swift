import GRDB

/// The schema's history: numbered, applied in order, each in a transaction of its own.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001_journal", migrate: createJournal)
        migrator.registerMigration("0002_sources", migrate: createSources)
        migrator.registerMigration("0003_browser_sessions", migrate: createBrowserSessions)
        migrator.registerMigration("0004_search_backlog", migrate: createSearchBacklog)
        return migrator
    }
}
