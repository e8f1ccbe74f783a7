import GRDB

extension Migrations {
    /// The journal (updates and state changes, one seq), the state beside it, and what finds updates fast.
    static func createJournal(_ database: Database) throws {
        try database.execute(sql: journal + state + updates + finding)
    }

    /// `head` only rises, also when the newest rows are purged, so that no seq is used twice.
    private static let journal = """
        CREATE TABLE journal_state (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            head INTEGER NOT NULL,
            pruned_through INTEGER NOT NULL,
            update_count INTEGER NOT NULL
        ) STRICT;
        INSERT INTO journal_state VALUES (1, 0, 0, 0);

        CREATE TABLE state_changes (
            seq INTEGER PRIMARY KEY,
            event TEXT NOT NULL,
            task_id BLOB,
            workstream_id BLOB,
            previous_workstream_id BLOB,
            json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX state_changes_by_task ON state_changes (task_id);
        CREATE INDEX state_changes_by_workstream ON state_changes (workstream_id);
        CREATE INDEX state_changes_by_previous_workstream ON state_changes (previous_workstream_id)
            WHERE previous_workstream_id IS NOT NULL;

        """

    /// Rows refer to each other by small integer keys: they stand in every index entry of every update.
    private static let state = """
        CREATE TABLE workstreams (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL,
            status TEXT NOT NULL,
            metadata TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE tasks (
            key INTEGER PRIMARY KEY AUTOINCREMENT,
            id BLOB NOT NULL UNIQUE,
            workstream INTEGER NOT NULL REFERENCES workstreams (key),
            name TEXT NOT NULL,
            status TEXT NOT NULL,
            summary_text TEXT,
            summary_source TEXT,
            summary_updated_at INTEGER,
            metadata TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            hidden INTEGER NOT NULL DEFAULT 0,
            last_seq INTEGER,
            last_activity_at INTEGER,
            last_message TEXT,
            update_count INTEGER NOT NULL DEFAULT 0,
            error_count INTEGER NOT NULL DEFAULT 0,
            agent_state TEXT,
            attention_reason TEXT,
            attention_message TEXT,
            attention_since INTEGER
        ) STRICT;
        CREATE INDEX tasks_by_workstream ON tasks (workstream);
        CREATE INDEX tasks_needing_attention ON tasks (attention_since) WHERE attention_reason IS NOT NULL;

        """

    /// `late` marks rows that are older than one before them (a clock that stepped back, a delivery that waited):
    /// the others' times rise with seq, so a time becomes a bound on seq.
    private static let updates = """
        CREATE TABLE updates (
            seq INTEGER PRIMARY KEY,
            id BLOB NOT NULL,
            task INTEGER NOT NULL REFERENCES tasks (key),
            timestamp INTEGER NOT NULL,
            late INTEGER NOT NULL,
            source TEXT NOT NULL,
            author TEXT,
            message TEXT NOT NULL,
            kind TEXT,
            level TEXT,
            tags TEXT NOT NULL,
            data TEXT
        ) STRICT;
        CREATE UNIQUE INDEX updates_by_id ON updates (id);
        CREATE INDEX updates_in_time ON updates (timestamp) WHERE late = 0;
        CREATE INDEX updates_late ON updates (timestamp) WHERE late = 1;

        CREATE TABLE idempotency_keys (
            key TEXT PRIMARY KEY,
            seq INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        """

    /// A term is a source, kind, level or tag.
    ///
    /// Its posting lists hold the seqs of the updates that have it: one list for all tasks (`task` 0) and one for each
    /// task; the list of term 0 has all updates of a task. A list's newest seqs are its tail, in the row with its
    /// length; a full tail becomes a row of `postings`. So a batch touches the few pages where the tails of a task
    /// lie side by side, and not the end of each list.
    private static let finding = """
        CREATE TABLE terms (
            id INTEGER PRIMARY KEY,
            dimension INTEGER NOT NULL,
            text TEXT NOT NULL,
            UNIQUE (dimension, text)
        ) STRICT;
        CREATE TABLE postings (
            term INTEGER NOT NULL,
            task INTEGER NOT NULL,
            first INTEGER NOT NULL,
            count INTEGER NOT NULL,
            rest BLOB NOT NULL,
            PRIMARY KEY (term, task, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE posting_lists (
            task INTEGER NOT NULL,
            term INTEGER NOT NULL,
            count INTEGER NOT NULL,
            tail_first INTEGER,
            tail_count INTEGER NOT NULL,
            tail_rest BLOB NOT NULL,
            PRIMARY KEY (task, term)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE updates_fts USING fts5 (
            message, tags, content = 'updates', content_rowid = 'seq', columnsize = 0,
            tokenize = '\(searchTokenizer)'
        );
        """

    /// What a word is; never changed, since the index has its words.
    static let searchTokenizer = "unicode61 remove_diacritics 2"
}
