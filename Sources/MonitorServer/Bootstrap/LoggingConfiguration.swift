package import Logging

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How much is logged, and for whom.
package struct LoggingConfiguration: Sendable {
    package enum Format: String, CaseIterable, Sendable {
        /// For a person at a terminal.
        case text
        /// One object a line, for programs.
        case json
    }

    package var level: Logger.Level
    package var format: Format

    init(_ settings: Settings, _ options: ServerOptions) throws {
        level = try settings.oneOf("MONITOR_LOG_LEVEL", options.logLevel, default: .info)
        format = try settings.oneOf(
            "MONITOR_LOG_FORMAT", options.logFormat, default: isatty(STDERR_FILENO) == 1 ? .text : .json)
    }

    package func makeLogger() -> Logger {
        var logger = Logger(label: "monitor") { [format] _ in LineLogHandler(format: format) }
        logger.logLevel = level
        return logger
    }
}
