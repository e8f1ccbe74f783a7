#if PostgreSQL
import MonitorCore

/// One stretch of the journal, as a table of its own: retention drops whole ones.
struct JournalPartition {
    /// Seqs in each: large enough that few are searched, small enough that one is dropped in a moment.
    static let length: Seq = 10_000_000

    let number: Seq

    init(of seq: Seq) { number = seq / JournalPartition.length }

    /// The first seq beyond it.
    var end: Seq { (number + 1) * JournalPartition.length }

    var sql: String {
        """
        CREATE TABLE IF NOT EXISTS journal_\(number) PARTITION OF journal
            FOR VALUES FROM (\(end - JournalPartition.length)) TO (\(end))
            WITH (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
                autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000)
        """
    }
}
#endif
