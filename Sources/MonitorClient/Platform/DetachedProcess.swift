#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
import MachO
#endif

/// This program once more, as a process that outlives the one that starts it.
enum DetachedProcess {
    /// Starts it without a terminal, in a session of its own, with nothing of this process open.
    ///
    /// An agent may wait until nobody holds the pipes that it gave to its hook, and may end the hook's process group.
    static func start(_ arguments: [String], environment: [String]) throws {
        closeOnStart()
        let path = try Platform.executablePath()
        let code = withStrings([path] + arguments) { arguments in
            withStrings(environment) { environment in
                Platform.spawnInSessionOfItsOwn(path, arguments, environment)
            }
        }
        guard code == 0 else { throw SystemError("cannot start a process", code: code) }
    }

    /// Marks what was inherited without a mark.
    private static func closeOnStart() {
        for descriptor in LocalFolder.names("/dev/fd").compactMap({ Int32($0) }) where descriptor > 2 {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }

    /// As C wants them: pointers, the last of them null.
    private static func withStrings<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

extension Platform {
    #if canImport(Darwin)
    private static let sessionOfItsOwn = Int16(POSIX_SPAWN_SETSID)
    #else
    /// `POSIX_SPAWN_SETSID`, which glibc declares for C with GNU extensions only.
    private static let sessionOfItsOwn: Int16 = 0x80
    #endif

    fileprivate static func executablePath() throws -> String {
        #if canImport(Darwin)
        var size: UInt32 = 4096
        var path = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&path, &size) == 0 else {
            throw SystemError("cannot find the program", code: ENOENT)
        }
        return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
        return "/proc/self/exe"
        #endif
    }

    fileprivate static func spawnInSessionOfItsOwn(
        _ path: String, _ arguments: [UnsafeMutablePointer<CChar>?], _ environment: [UnsafeMutablePointer<CChar>?]
    ) -> Int32 {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #else
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawnattr_setflags(&attributes, sessionOfItsOwn)
        var process = pid_t()
        return posix_spawn(&process, path, &actions, &attributes, arguments, environment)
    }
}

/// Holds no folder that someone may want to remove or unmount.
package func leaveWorkingFolder() { _ = chdir("/") }
