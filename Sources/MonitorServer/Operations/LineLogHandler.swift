package import Logging
import MonitorCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes each event as one line to standard error, in one `write`, so that lines of threads do not mix.
///
/// Values may come from anybody: they are cut, and nothing in them can begin a line or move a terminal's cursor.
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]
    private let format: LoggingConfiguration.Format

    /// Bytes of one value; a bound in characters would not hold, for one character can have a million marks.
    private static let maxValueBytes = 2_000

    init(format: LoggingConfiguration.Format) { self.format = format }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        _ = line(event).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The event as the line that stands for it.
    func line(_ event: LogEvent) -> [UInt8] {
        let message = LineLogHandler.cut(event.message.description)
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
            .map { ($0.key, LineLogHandler.cut($0.value.description)) }
            .sorted { $0.0 < $1.0 }
        return switch format {
        case .text: LineLogHandler.text(event.level, message, fields)
        case .json: LineLogHandler.json(event.level, message, fields)
        }
    }

    private static func cut(_ text: String) -> String {
        text.utf8.count <= maxValueBytes ? text : String(decoding: text.utf8.prefix(maxValueBytes), as: UTF8.self) + "…"
    }

    private static func text(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> [UInt8] {
        let values = fields.map { " \(visible($0.0))=\(visible($0.1))" }.joined()
        return Array("\(Timestamp.now) \(level.rawValue) \(visible(message))\(values)\n".utf8)
    }

    private static func json(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> [UInt8] {
        var object: [UInt8] = Array("{".utf8)
        let all = [("time", Timestamp.now.description), ("level", level.rawValue), ("message", message)] + fields
        for (index, field) in all.enumerated() {
            if index > 0 { object.append(UInt8(ascii: ",")) }
            writeString(field.0, to: &object)
            object.append(UInt8(ascii: ":"))
            writeString(field.1, to: &object)
        }
        return object + Array("}\n".utf8)
    }

    /// Control characters as Swift's escapes.
    private static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result += isInvisible(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return result
    }

    /// A JSON string in which the control characters that JSON itself lets stand are escaped too.
    private static func writeString(_ text: String, to bytes: inout [UInt8]) {
        var string: [UInt8] = []
        JSONString.write(text, to: &string)
        for scalar in String(decoding: string, as: UTF8.self).unicodeScalars {
            let text = String(scalar)
            bytes += (isInvisible(scalar) ? text.utf16.map { "\\u\(hex($0))" }.joined() : text).utf8
        }
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// What a terminal would obey (C0, C1) or hide (format characters), and the separators that end a line for some.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
