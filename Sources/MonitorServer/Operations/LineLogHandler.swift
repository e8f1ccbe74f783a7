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

    /// Characters of one value.
    private static let maxValueLength = 2_000

    init(format: LoggingConfiguration.Format) { self.format = format }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
            .map { ($0.key, String($0.value.description.prefix(LineLogHandler.maxValueLength))) }
            .sorted { $0.0 < $1.0 }
        let line =
            switch format {
            case .text: LineLogHandler.text(event.level, event.message.description, fields)
            case .json: LineLogHandler.json(event.level, event.message.description, fields)
            }
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func text(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> [UInt8] {
        let values = fields.map { " \($0.0)=\(visible($0.1))" }.joined()
        return Array("\(Timestamp.now) \(level.rawValue) \(visible(message))\(values)\n".utf8)
    }

    static func json(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> [UInt8] {
        var object: [UInt8] = Array("{".utf8)
        let all = [("time", Timestamp.now.description), ("level", level.rawValue), ("message", message)] + fields
        for (index, field) in all.enumerated() {
            if index > 0 { object.append(UInt8(ascii: ",")) }
            JSONString.write(field.0, to: &object)
            object.append(UInt8(ascii: ":"))
            JSONString.write(field.1, to: &object)
        }
        return object + Array("}\n".utf8)
    }

    /// Control characters and quotes as escapes.
    private static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format {
                result += scalar.escaped(asASCII: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
