#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A call to the operating system that failed: what was attempted and why it did not work.
package struct SystemError: Error, Equatable, Sendable {
    package let attempt: String
    package let code: Int32

    package init(_ attempt: String, code: Int32) {
        self.attempt = attempt
        self.code = code
    }

    /// Takes the reason from `errno`; nothing may be called between the failure and this.
    init(_ attempt: String) { self.init(attempt, code: errno) }

    package var reason: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }

    package var message: String { "\(attempt): \(reason)" }
}
