import GRDBSQLite
import MonitorCore

/// The current row of a statement, read by column position; valid until the next step.
struct SQLRow {
    let pointer: OpaquePointer

    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    func optionalInt(_ column: Int32) -> Int64? { isNull(column) ? nil : int(column) }

    func bool(_ column: Int32) -> Bool { int(column) != 0 }

    func text(_ column: Int32) -> String {
        String(
            decoding: UnsafeRawBufferPointer(start: sqlite3_column_text(pointer, column), count: length(column)),
            as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func bytes(_ column: Int32) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(pointer, column), count: length(column)))
    }

    /// True where the column has these bytes, or is null where there are none; nothing is copied.
    func has(_ bytes: [UInt8]?, _ column: Int32) -> Bool {
        guard let bytes else { return isNull(column) }
        guard let start = sqlite3_column_blob(pointer, column) else { return !isNull(column) && bytes.isEmpty }
        return UnsafeRawBufferPointer(start: start, count: length(column)).elementsEqual(bytes)
    }

    func json(_ column: Int32) -> RawJSON { RawJSON(minified: bytes(column)) }

    func timestamp(_ column: Int32) -> Timestamp { Timestamp(microseconds: int(column)) }

    /// An id from its 16 bytes.
    func id<Entity>(_ column: Int32) throws -> ID<Entity> {
        guard let start = sqlite3_column_blob(pointer, column), length(column) == 16 else {
            throw StorageError(code: SQLITE_CORRUPT, message: "an id is not 16 bytes long")
        }
        return ID(
            high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    func optionalID<Entity>(_ column: Int32) throws -> ID<Entity>? { isNull(column) ? nil : try id(column) }

    /// A value of a closed set; another one means that the file is not what we wrote.
    func oneOf<Value: RawRepresentable>(_ column: Int32, _: Value.Type) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: text(column)) else {
            throw StorageError(code: SQLITE_CORRUPT, message: "unknown \(Value.self) '\(text(column))'")
        }
        return value
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

    private func length(_ column: Int32) -> Int { Int(sqlite3_column_bytes(pointer, column)) }
}
