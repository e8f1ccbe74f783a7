#if PostgreSQL
/// Columns of a row that is sent as one value: each with its type and length (`record_send` of PostgreSQL).
struct PostgresColumns: Sendable {
    private var count: Int32 = 0
    private var bytes: [UInt8] = []

    mutating func append(_ value: PostgresValue) {
        count += 1
        bytes.append(bigEndian: value.type)
        _ = bytes.append(withLength: value)
    }

    mutating func append(_ columns: PostgresColumns) {
        count += columns.count
        bytes += columns.bytes
    }

    func encode(into buffer: inout [UInt8]) {
        buffer.append(bigEndian: count)
        buffer += bytes
    }
}
#endif
