#if PostgreSQL
extension Migrations {
    /// Workstreams and tasks, where sources' events belong, how checks stand, and who is signed in.
    ///
    /// `key` is the order of creation. Keys of any length are found by their SHA-256: an index entry has at most 2,704
    /// bytes. What changes with every update has no index, so that the row changes in its place (HOT).
    static let state = """
        CREATE TABLE workstreams (
            id uuid PRIMARY KEY,
            key bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            name text COLLATE "C" NOT NULL,
            status text COLLATE "C" NOT NULL,
            metadata text COLLATE "C" NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL
        );

        CREATE TABLE tasks (
            id uuid PRIMARY KEY,
            key bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
            workstream_id uuid NOT NULL REFERENCES workstreams (id),
            name text COLLATE "C" NOT NULL,
            status text COLLATE "C" NOT NULL,
            summary_text text COLLATE "C",
            summary_source text COLLATE "C",
            summary_updated_at bigint,
            metadata text COLLATE "C" NOT NULL,
            created_at bigint NOT NULL,
            updated_at bigint NOT NULL,
            hidden boolean NOT NULL DEFAULT false,
            last_seq bigint,
            last_activity_at bigint,
            last_message text COLLATE "C",
            update_count bigint NOT NULL DEFAULT 0,
            error_count bigint NOT NULL DEFAULT 0,
            agent_state text COLLATE "C",
            attention_reason text COLLATE "C",
            attention_message text COLLATE "C",
            attention_since bigint,
            agent text COLLATE "C",
            repository text COLLATE "C",
            branch text COLLATE "C",
            branch_key text COLLATE "C",
            checks text COLLATE "C",
            tracking text COLLATE "C"
        ) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
        CREATE INDEX tasks_by_workstream ON tasks (workstream_id);
        CREATE INDEX tasks_needing_attention ON tasks (attention_since) WHERE attention_reason IS NOT NULL;
        CREATE INDEX tasks_by_branch ON tasks USING hash (branch_key) WHERE branch_key IS NOT NULL;
        CREATE INDEX tasks_under_way ON tasks (agent_state) WHERE agent_state IN ('working', 'waiting');

        CREATE TABLE workstream_routes (
            digest bytea PRIMARY KEY,
            key text COLLATE "C" NOT NULL,
            workstream_id uuid NOT NULL REFERENCES workstreams (id)
        );
        CREATE TABLE task_routes (
            digest bytea PRIMARY KEY,
            key text COLLATE "C" NOT NULL,
            task_id uuid NOT NULL REFERENCES tasks (id)
        );
        CREATE INDEX task_routes_by_task ON task_routes (task_id);

        CREATE TABLE check_runs (
            digest bytea PRIMARY KEY,
            branch_key text COLLATE "C" NOT NULL,
            name text COLLATE "C" NOT NULL,
            repository text COLLATE "C" NOT NULL,
            branch text COLLATE "C" NOT NULL,
            run bigint NOT NULL,
            attempt bigint NOT NULL,
            state text COLLATE "C" NOT NULL,
            url text COLLATE "C",
            message text COLLATE "C" NOT NULL
        );
        CREATE INDEX check_runs_by_branch ON check_runs USING hash (branch_key);

        CREATE TABLE browser_sessions (
            id uuid PRIMARY KEY,
            digest bytea NOT NULL UNIQUE,
            owner bytea NOT NULL,
            user_agent text COLLATE "C" NOT NULL,
            created_at bigint NOT NULL,
            last_used_at bigint NOT NULL
        );
        CREATE INDEX browser_sessions_by_owner ON browser_sessions (owner);
        """
}
#endif
