#if PostgreSQL
import CLibPQ
import MonitorCore

/// A parameter of a statement, sent in PostgreSQL's binary form with its type.
enum PostgresValue: Sendable {
    case null(PostgresType)
    case int(Int64)
    case bool(Bool)
    /// PostgreSQL has no NUL; the API takes none either, and what comes another way is changed as there.
    case text(String)
    /// UTF-8 without a NUL, such as JSON.
    case utf8([UInt8])
    case bytes([UInt8])
    case id(high: UInt64, low: UInt64)
    /// Words and their places, as `SearchVector` writes them.
    case vector([UInt8])
    case array(PostgresArray)
    /// An element of an array of rows.
    case row(PostgresColumns)

    static func id(_ id: ID<some Any>) -> PostgresValue { .id(high: id.high, low: id.low) }

    static func id(_ id: ID<some Any>?) -> PostgresValue { id.map { .id($0) } ?? .null(.uuid) }

    static func int(_ value: Int64?) -> PostgresValue { value.map { .int($0) } ?? .null(.int) }

    static func text(_ text: String?) -> PostgresValue { text.map { .text($0) } ?? .null(.text) }

    static func json(_ json: RawJSON) -> PostgresValue { .utf8(json.bytes) }

    static func texts(_ texts: some Sequence<String>) -> PostgresValue {
        var array = PostgresArray(of: .text)
        for text in texts { array.append(.text(text)) }
        return .array(array)
    }

    static func ids(_ ids: some Sequence<ID<some Any>>) -> PostgresValue {
        var array = PostgresArray(of: .uuid)
        for id in ids { array.append(.id(id)) }
        return .array(array)
    }

    static func ints(_ values: some Sequence<Int64>) -> PostgresValue {
        var array = PostgresArray(of: .int)
        for value in values { array.append(.int(value)) }
        return .array(array)
    }

    static func digests(_ keys: some Sequence<String>) -> PostgresValue {
        var array = PostgresArray(of: .bytes)
        for key in keys { array.append(.bytes(KeyDigest.of(key))) }
        return .array(array)
    }

    static func digest(_ key: String) -> PostgresValue { .bytes(KeyDigest.of(key)) }

    var type: UInt32 {
        switch self {
        case .null(let type): type.oid
        case .int: PostgresType.int.oid
        case .bool: PostgresType.bool.oid
        case .text, .utf8: PostgresType.text.oid
        case .bytes: PostgresType.bytes.oid
        case .id: PostgresType.uuid.oid
        case .vector: PostgresType.vector.oid
        case .array(let array): array.element.arrayOID
        case .row: PostgresType.anyRow
        }
    }

    /// Appends the binary form; false for NULL, which has none.
    func encode(into buffer: inout [UInt8]) -> Bool {
        switch self {
        case .null: return false
        case .int(let value): buffer.append(bigEndian: value)
        case .bool(let value): buffer.append(value ? 1 : 0)
        case .text(let text): buffer += text.replacingNUL.utf8
        case .utf8(let bytes), .bytes(let bytes), .vector(let bytes): buffer += bytes
        case .id(let high, let low):
            buffer.append(bigEndian: high)
            buffer.append(bigEndian: low)
        case .array(let array): array.encode(into: &buffer)
        case .row(let columns): columns.encode(into: &buffer)
        }
        return true
    }
}

/// The types that we use, by their fixed numbers (`pg_type.dat` of PostgreSQL).
enum PostgresType: Sendable {
    case int, bool, text, bytes, uuid, vector
    /// A type of ours, by the numbers that this database has given it.
    case row(oid: UInt32, arrayOID: UInt32)

    /// `record`, which stands for any row.
    static let anyRow: UInt32 = 2249

    var oid: UInt32 {
        switch self {
        case .int: 20
        case .bool: 16
        case .text: 25
        case .bytes: 17
        case .uuid: 2950
        case .vector: 3614
        case .row(let oid, _): oid
        }
    }

    var arrayOID: UInt32 {
        switch self {
        case .int: 1016
        case .bool: 1000
        case .text: 1009
        case .bytes: 1001
        case .uuid: 2951
        case .vector: 3643
        case .row(_, let arrayOID): arrayOID
        }
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends the length of the binary form and the form itself; false for NULL, whose length is -1.
    mutating func append(withLength value: PostgresValue) -> Bool {
        let start = count
        append(bigEndian: Int32(-1))
        guard value.encode(into: &self) else { return false }
        let length = Int32(count - start - 4)
        withUnsafeMutableBytes { $0.storeBytes(of: length.bigEndian, toByteOffset: start, as: Int32.self) }
        return true
    }
}
#endif
