import GRDBSQLite
import MonitorCore

/// Binds values to a statement's parameters, one after the other.
struct SQLBinder {
    private let pointer: OpaquePointer
    private var index: Int32 = 0

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    mutating func int(_ value: Int64) {
        index += 1
        sqlite3_bind_int64(pointer, index, value)
    }

    mutating func null() {
        index += 1
        sqlite3_bind_null(pointer, index)
    }

    /// Text with its length, so that a NUL does not end it.
    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { bindText(UnsafeRawBufferPointer($0)) }
    }

    mutating func text(_ value: String?) {
        if let value { text(value) } else { null() }
    }

    /// UTF-8 that is known to be valid.
    mutating func text(utf8: [UInt8]) {
        utf8.withUnsafeBytes { bindText($0) }
    }

    private mutating func bindText(_ bytes: UnsafeRawBufferPointer) {
        index += 1
        if let start = bytes.baseAddress, !bytes.isEmpty {
            sqlite3_bind_text(
                pointer, index, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), SQLBinder.copy)
        } else {
            // A null pointer would bind NULL where an empty text is meant.
            sqlite3_bind_text(pointer, index, "", 0, SQLBinder.copy)
        }
    }

    mutating func blob(_ value: [UInt8]) {
        index += 1
        // A null pointer would bind NULL where an empty blob is meant.
        if value.isEmpty {
            sqlite3_bind_zeroblob(pointer, index, 0)
            return
        }
        value.withUnsafeBytes { _ = sqlite3_bind_blob(pointer, index, $0.baseAddress, Int32($0.count), SQLBinder.copy) }
    }

    /// An id as its 16 bytes in network order, so that UUIDv7 sort by time.
    mutating func id(_ id: ID<some Any>) { id128(high: id.high, low: id.low) }

    mutating func bind(_ value: SQLValue) {
        switch value {
        case .null: null()
        case .int(let value): int(value)
        case .text(let value): text(value)
        case .blob(let value): blob(value)
        case .id(let high, let low): id128(high: high, low: low)
        }
    }

    private mutating func id128(high: UInt64, low: UInt64) {
        index += 1
        let words = (high.bigEndian, low.bigEndian)
        withUnsafeBytes(of: words) { _ = sqlite3_bind_blob(pointer, index, $0.baseAddress, 16, SQLBinder.copy) }
    }

    /// SQLITE_TRANSIENT: SQLite copies the bytes during the call.
    private static var copy: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
