#if PostgreSQL
import CLibPQ
import MonitorCore

/// The answer to a statement, with its rows in binary form.
final class PostgresResult {
    fileprivate let pointer: OpaquePointer?

    /// Takes over libpq's result, and throws where it says that the statement failed.
    init(_ pointer: OpaquePointer?, on connection: OpaquePointer) throws {
        self.pointer = pointer
        switch PQresultStatus(pointer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
        case PGRES_PIPELINE_ABORTED: throw PostgresError.skipped
        default: throw PostgresError(of: pointer, on: connection)
        }
    }

    deinit { PQclear(pointer) }

    var count: Int { Int(PQntuples(pointer)) }

    func map<Value>(_ read: (PostgresRow) throws -> Value) rethrows -> [Value] {
        try (0..<count).map { try read(PostgresRow(result: self, index: Int32($0))) }
    }

    func forEach(_ body: (PostgresRow) throws -> Void) rethrows {
        for index in 0..<count { try body(PostgresRow(result: self, index: Int32(index))) }
    }

    func first<Value>(_ read: (PostgresRow) throws -> Value) rethrows -> Value? {
        count == 0 ? nil : try read(PostgresRow(result: self, index: 0))
    }
}

/// A row, read by column position.
struct PostgresRow {
    fileprivate let result: PostgresResult
    fileprivate let index: Int32

    func isNull(_ column: Int32) -> Bool { PQgetisnull(result.pointer, index, column) == 1 }

    /// The column's bytes, as long as the result lives.
    private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result.pointer, index, column), count: Int(PQgetlength(result.pointer, index, column)))
    }

    func array(_ column: Int32) -> [UInt8] { Array(bytes(column)) }

    /// A `bigint`, `integer` or `smallint`.
    func int(_ column: Int32) -> Int64 {
        let bytes = bytes(column)
        let sign: Int64 = (bytes.first ?? 0) >= 0x80 ? -1 : 0
        return bytes.reduce(sign) { $0 << 8 | Int64($1) }
    }

    func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

    func bool(_ column: Int32) -> Bool { bytes(column).first == 1 }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func json(_ column: Int32) -> RawJSON { RawJSON(minified: array(column)) }

    func timestamp(_ column: Int32) -> Timestamp { Timestamp(microseconds: int(column)) }

    func id<Entity>(_ column: Int32) throws -> ID<Entity> {
        let bytes = bytes(column)
        guard bytes.count == 16 else { throw PostgresError.corrupt("an id of \(bytes.count) bytes") }
        return ID(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    func optionalID<Entity>(_ column: Int32) throws -> ID<Entity>? { isNull(column) ? nil : try id(column) }

    /// A value of a closed set; another one means that the table is not what we wrote.
    func oneOf<Value: RawRepresentable>(_ column: Int32, _: Value.Type) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text(column)) else {
            throw PostgresError.corrupt("the unknown \(Value.self) '\(text(column))'")
        }
        return value
    }

    /// A `text[]` of one dimension, as `PostgresArray` writes it.
    func texts(_ column: Int32) throws -> [String] {
        var rest = bytes(column)[...]
        func take(_ count: Int) throws -> UnsafeRawBufferPointer {
            guard count >= 0, rest.count >= count else { throw PostgresError.corrupt("a broken array") }
            defer { rest = rest.dropFirst(count) }
            return UnsafeRawBufferPointer(rebasing: rest.prefix(count))
        }
        func number() throws -> Int { Int(Int32(bigEndian: try take(4).loadUnaligned(as: Int32.self))) }
        guard try number() == 1 else { return [] }
        _ = try take(8)  // the flag for NULLs, the type
        let count = try number()
        _ = try number()  // the first index
        return try (0..<count).map { _ in String(decoding: try take(try number()), as: UTF8.self) }
    }
}
#endif
