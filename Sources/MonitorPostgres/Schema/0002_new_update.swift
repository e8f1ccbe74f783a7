#if PostgreSQL
extension Migrations {
    /// An update as servers hand it over: all updates of a transaction are one array of these.
    ///
    /// A type of its own, since that of the table's rows changes with the table, while older servers still write.
    static let newUpdate = """
        CREATE TYPE new_update AS (
            seq bigint,
            id uuid,
            task_id uuid,
            timestamp bigint,
            late boolean,
            source text,
            author text,
            message text,
            kind text,
            level text,
            tags text[],
            data text,
            search tsvector
        );
        """
}

extension PostgresConnection {
    /// The numbers that this database has given the type; asked for once.
    var newUpdateType: PostgresType {
        get throws {
            if let known = rowType { return known }
            let type = try execute(
                "SELECT oid::bigint, typarray::bigint FROM pg_type WHERE oid = 'new_update'::regtype"
            ).first { row in
                PostgresType.row(
                    oid: UInt32(truncatingIfNeeded: row.int(0)), arrayOID: UInt32(truncatingIfNeeded: row.int(1)))
            }
            guard let type else { throw PostgresError.corrupt("no type 'new_update'") }
            rowType = type
            return type
        }
    }
}
#endif
