#if PostgreSQL
/// An array parameter in one dimension: how many rows come in one statement.
struct PostgresArray: Sendable {
    let element: PostgresType
    private(set) var count = 0
    private var hasNull = false
    private var bytes: [UInt8] = []

    init(of element: PostgresType) { self.element = element }

    mutating func append(_ value: PostgresValue) {
        count += 1
        if !bytes.append(withLength: value) { hasNull = true }
    }

    /// Dimensions, a flag for NULLs, the element's type, then length and bytes of each (`array_send` of PostgreSQL).
    func encode(into buffer: inout [UInt8]) {
        buffer.append(bigEndian: Int32(count == 0 ? 0 : 1))
        buffer.append(bigEndian: Int32(hasNull ? 1 : 0))
        buffer.append(bigEndian: element.oid)
        guard count > 0 else { return }
        buffer.append(bigEndian: Int32(count))
        buffer.append(bigEndian: Int32(1))
        buffer += bytes
    }
}
#endif
