import GRDB
import MonitorCore

/// Counts the updates of tasks in steps of time.
struct UpdateCountReader {
    let database: Database

    /// Rows on time and late ones have an index each.
    func counts(since: Timestamp, through seq: Seq, per step: Duration) throws -> [UpdateCount] {
        try [0, 1].flatMap { late in
            try SQLStatement(UpdateCountReader.sql(late: late), on: database).all(
                [.int(length(of: step)), .int(since.microseconds), .int(seq)]
            ) { UpdateCount(taskID: try $0.id(0), step: $0.int(1), count: Int($0.int(2))) }
        }
    }

    static func sql(late: Int) -> String {
        """
        SELECT t.id, c.step, c.count FROM (
            SELECT u.task, u.timestamp / ? AS step, count(*) AS count FROM updates u
            WHERE u.late = \(late) AND u.timestamp >= ? AND u.seq <= ? GROUP BY 1, 2
        ) c JOIN tasks t ON t.key = c.task
        """
    }

    private func length(of step: Duration) -> Int64 {
        Timestamp(microseconds: 0).advanced(by: step).microseconds
    }
}
