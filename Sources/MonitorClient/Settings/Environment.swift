#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The environment variables and what the system knows of its user.
package struct Environment: Sendable {
    private let variable: @Sendable (String) -> String?

    /// The process's own.
    package static let process = Environment { name in getenv(name).map { String(cString: $0) } }

    package init(_ variables: [String: String]) { self.init { variables[$0] } }

    private init(_ variable: @escaping @Sendable (String) -> String?) { self.variable = variable }

    /// The value of a variable; one that is set to nothing counts as not set.
    package subscript(name: String) -> String? {
        variable(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whom an update that a person writes is from.
    package var author: String? {
        self["MONITOR_AUTHOR"] ?? self["USER"] ?? self["LOGNAME"] ?? Environment.accountName
    }

    /// The folder of the user's settings, as the XDG base directory specification has it.
    package var configurationFolder: String? {
        if let folder = self["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return folder }
        return (self["HOME"] ?? Environment.accountFolder).map { "\($0)/.config" }
    }

    /// The folder of what programs remember, as the same specification has it.
    package var stateFolder: String? {
        if let folder = self["XDG_STATE_HOME"], folder.hasPrefix("/") { return folder }
        return (self["HOME"] ?? Environment.accountFolder).map { "\($0)/.local/state" }
    }

    private static var accountName: String? {
        getpwuid(getuid()).flatMap { $0.pointee.pw_name.map { String(cString: $0) } }
    }

    private static var accountFolder: String? {
        getpwuid(getuid()).flatMap { $0.pointee.pw_dir.map { String(cString: $0) } }
    }
}
