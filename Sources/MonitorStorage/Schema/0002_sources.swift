import GRDB

extension Migrations {
    /// Where sources' events belong, what is kept of their tasks, and how the checks of branches stand.
    static func createSources(_ database: Database) throws {
        try database.execute(sql: taskColumns + routes + checks)
    }

    /// `branch_key` is repository and branch in the form in which agents and checks meet.
    ///
    /// The index of sessions under way leaves out their last activity: that changes with every update.
    private static let taskColumns = """
        ALTER TABLE tasks ADD COLUMN agent TEXT;
        ALTER TABLE tasks ADD COLUMN repository TEXT;
        ALTER TABLE tasks ADD COLUMN branch TEXT;
        ALTER TABLE tasks ADD COLUMN branch_key TEXT;
        ALTER TABLE tasks ADD COLUMN checks TEXT;
        ALTER TABLE tasks ADD COLUMN tracking TEXT;
        CREATE INDEX tasks_by_branch ON tasks (branch_key) WHERE branch_key IS NOT NULL;
        CREATE INDEX tasks_under_way ON tasks (agent_state) WHERE agent_state IN ('working', 'waiting');

        """

    private static let routes = """
        CREATE TABLE workstream_routes (
            key TEXT PRIMARY KEY,
            workstream INTEGER NOT NULL REFERENCES workstreams (key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE task_routes (
            key TEXT PRIMARY KEY,
            task INTEGER NOT NULL REFERENCES tasks (key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX task_routes_by_task ON task_routes (task);

        """

    /// The latest run of each check of a branch.
    private static let checks = """
        CREATE TABLE check_runs (
            branch_key TEXT NOT NULL,
            name TEXT NOT NULL,
            repository TEXT NOT NULL,
            branch TEXT NOT NULL,
            run INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            state TEXT NOT NULL,
            url TEXT,
            message TEXT NOT NULL,
            PRIMARY KEY (branch_key, name)
        ) STRICT, WITHOUT ROWID;
        """
}
