#if PostgreSQL
import CLibPQ

/// A statement of a pipeline; its text is a constant, since each session prepares it once.
struct PostgresStatement {
    let sql: String
    let values: [PostgresValue]

    init(_ sql: String, _ values: [PostgresValue] = []) {
        self.sql = sql
        self.values = values
    }
}

extension PostgresConnection {
    /// Sends all statements before it reads the first answer: one round trip, whatever their number.
    ///
    /// The first that fails is thrown; those after it were not run. Their answers must be small: both sides could
    /// otherwise wait for the other to read.
    func pipeline(_ statements: [PostgresStatement]) throws -> [PostgresResult] {
        guard PQenterPipelineMode(pointer) == 1 else { throw PostgresError(of: pointer) }
        defer { PQexitPipelineMode(pointer) }
        var answers: [String?] = []
        for statement in statements {
            if let name = prepared[statement.sql] {
                try send(statement, as: name)
            } else {
                preparedCount += 1
                let name = "s\(preparedCount)"
                try prepare(statement, as: name)
                answers.append(name)
                try send(statement, as: name)
            }
            answers.append(nil)
        }
        guard PQpipelineSync(pointer) == 1 else { throw PostgresError(of: pointer) }
        return try collect(answers, of: statements)
    }

    private func prepare(_ statement: PostgresStatement, as name: String) throws {
        let types = statement.values.map(\.type)
        guard PQsendPrepare(pointer, name, statement.sql, Int32(types.count), types) == 1 else {
            throw PostgresError(of: pointer)
        }
    }

    private func send(_ statement: PostgresStatement, as name: String) throws {
        let isSent = PostgresParameters(statement.values).withLayout {
            PQsendQueryPrepared(pointer, name, $0.count, $0.values, $0.lengths, $0.formats, 1)
        }
        guard isSent == 1 else { throw PostgresError(of: pointer) }
    }

    /// Reads the answers up to the end of the pipeline, also after one that says of a failure.
    private func collect(_ answers: [String?], of statements: [PostgresStatement]) throws -> [PostgresResult] {
        var (results, failure): ([PostgresResult], (any Error)?) = ([], nil)
        var rest = statements[...]
        for name in answers {
            do {
                let result = try nextResult()
                if name == nil { results.append(result) }
                if let name, let statement = rest.first { prepared[statement.sql] = name }
            } catch {
                if failure == nil { failure = error }
                if isLost { throw failure ?? error }
            }
            if name == nil { rest = rest.dropFirst() }
        }
        PQclear(PQgetResult(pointer))  // of the sync
        if let failure { throw failure }
        return results
    }

    /// The answer of one statement; libpq ends each with a null.
    private func nextResult() throws -> PostgresResult {
        let pointer = PQgetResult(pointer)
        guard pointer != nil else { throw PostgresError(of: self.pointer) }
        defer { if !isLost { PQclear(PQgetResult(self.pointer)) } }
        return try PostgresResult(pointer, on: self.pointer)
    }
}
#endif
