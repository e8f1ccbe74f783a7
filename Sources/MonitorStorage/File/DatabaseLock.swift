#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Holds a database for one process, by an advisory lock on a file beside it; ends with the process, however it ends.
///
/// Two writers on one file would break the order of `seq`, and SQLite before 3.51.3 can corrupt a WAL that two
/// connections checkpoint.
struct DatabaseLock: ~Copyable {
    private let descriptor: Int32

    init(databasePath: String) throws {
        let path = databasePath + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw DatabaseFileError("cannot create \(path): \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let owner = DatabaseLock.owner(of: descriptor)
            close(descriptor)
            throw DatabaseFileError(
                "\(databasePath) is in use by another monitor-server\(owner); stop it, or name another file with MONITOR_DB"
            )
        }
        writeOwner()
    }

    /// Lets another store have the database now, also while a child process holds the file without knowing.
    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }

    private func writeOwner() {
        let text = "\(getpid())\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    private static func owner(of descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &buffer, buffer.count, 0)
        let digits = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).prefix { $0.isNumber }
        return digits.isEmpty ? "" : " (process \(digits))"
    }
}

/// Why a database file cannot be used, in words for the person who starts the server.
package struct DatabaseFileError: Error, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}

/// Creates the file for its owner only, or takes other people's access away; its WAL inherits the mode.
func makePrivateFile(at path: String, creating: Bool) throws {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | (creating ? O_CREAT : 0), 0o600)
    guard descriptor >= 0 else {
        throw DatabaseFileError("cannot open \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else {
        throw DatabaseFileError("cannot make \(path) private (mode 0600): \(String(cString: strerror(errno)))")
    }
}

/// The absolute form of a path, for logs and messages.
func absolutePath(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard let directory = getcwd(&buffer, buffer.count) else { return path }
    return String(cString: directory) + "/" + path
}
