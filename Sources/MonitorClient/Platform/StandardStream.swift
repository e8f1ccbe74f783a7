#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A descriptor that the process was started with.
package struct StandardStream: Sendable {
    package static let input = StandardStream(descriptor: 0)
    package static let output = StandardStream(descriptor: 1)
    package static let error = StandardStream(descriptor: 2)

    let descriptor: Int32

    package var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all bytes, without a buffer that an abrupt end could lose.
    package func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Platform.writeBytes(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count >= 0 { written += count } else if errno != EINTR { throw SystemError("cannot write the output") }
        }
    }

    /// Runs `body` while the terminal does not show what is typed.
    package func withoutEcho<Result>(_ body: () throws -> Result) throws -> Result {
        var settings = termios()
        guard tcgetattr(descriptor, &settings) == 0 else { return try body() }
        let before = settings
        settings.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(descriptor, TCSAFLUSH, &settings) == 0 else {
            throw SystemError("cannot hide what is typed")
        }
        defer {
            var before = before
            tcsetattr(descriptor, TCSAFLUSH, &before)
        }
        return try body()
    }
}

/// Ends the process.
package func endProcess(_ status: Int32) -> Never { exit(status) }
