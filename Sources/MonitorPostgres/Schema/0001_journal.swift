#if PostgreSQL
extension Migrations {
    /// The journal (updates and state changes, one seq) and the state beside it.
    ///
    /// Texts compare by their bytes (`COLLATE "C"`), as everywhere in Monitor. Ids are told apart by a table of their
    /// own, since a partitioned table has unique keys only with the column that it is partitioned by.
    static let journal = """
        CREATE TABLE journal_state (
            id smallint PRIMARY KEY CHECK (id = 1),
            head bigint NOT NULL,
            pruned_through bigint NOT NULL,
            update_count bigint NOT NULL,
            latest_time bigint NOT NULL,
            partitioned_through bigint NOT NULL
        ) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
        INSERT INTO journal_state VALUES (1, 0, 0, 0, 0, -1);

        CREATE TABLE journal (
            seq bigint NOT NULL,
            event text COLLATE "C" NOT NULL,
            id uuid,
            task_id uuid,
            workstream_id uuid,
            previous_workstream_id uuid,
            timestamp bigint,
            late boolean,
            source text COLLATE "C",
            author text COLLATE "C",
            message text COLLATE "C",
            kind text COLLATE "C",
            level text COLLATE "C",
            tags text[] COLLATE "C",
            data text COLLATE "C",
            json text COLLATE "C",
            search tsvector
        ) PARTITION BY RANGE (seq);
        CREATE UNIQUE INDEX journal_by_seq ON journal (seq);
        CREATE INDEX journal_by_task ON journal (task_id, seq) WHERE event = 'update';
        CREATE INDEX journal_by_source ON journal (source, seq) WHERE source IS NOT NULL;
        CREATE INDEX journal_by_kind ON journal (kind, seq) WHERE kind IS NOT NULL;
        CREATE INDEX journal_by_level ON journal (level, seq) WHERE level IS NOT NULL;
        CREATE INDEX journal_by_words ON journal USING gin (search) WHERE event = 'update';
        CREATE INDEX journal_by_tags ON journal USING gin (tags) WHERE event = 'update';
        CREATE INDEX journal_in_time ON journal (timestamp, seq) WHERE NOT late;
        CREATE INDEX journal_late ON journal (timestamp, seq) WHERE late;
        CREATE INDEX journal_changes_by_task ON journal (task_id, seq) WHERE event <> 'update';
        CREATE INDEX journal_changes_by_workstream ON journal (workstream_id, seq) WHERE workstream_id IS NOT NULL;
        CREATE INDEX journal_changes_by_previous_workstream ON journal (previous_workstream_id, seq)
            WHERE previous_workstream_id IS NOT NULL;

        CREATE TABLE update_ids (id uuid PRIMARY KEY, seq bigint NOT NULL);

        CREATE TABLE idempotency_keys (
            digest bytea PRIMARY KEY,
            key text COLLATE "C" NOT NULL,
            seq bigint NOT NULL
        );

        CREATE TABLE term_counts (
            dimension smallint NOT NULL,
            text text COLLATE "C" NOT NULL,
            count bigint NOT NULL,
            PRIMARY KEY (dimension, text)
        ) WITH (fillfactor = 50);

        """
}
#endif
