#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The process that sends the spool after the hook has gone: this program again, as `spool flush --detached`.
struct FlusherProcess {
    let settings: Settings
    let environment: Environment

    /// All that it needs to know; a hook's environment may hold secrets of others.
    private static let variables = [
        "HOME", "PATH", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ]

    private static let words = ["monitor-cli", "spool", "flush", "--detached"]

    /// Starts it where no flusher is at work; one that is will look again before it goes.
    func start(unlessLocked spool: Spool) {
        guard !spool.isBeingFlushed, let program = FlusherProcess.program else { return }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in Int32(0)...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        // What the agent left open must not stay open in the flusher; this process ends now.
        for descriptor in Int32(3)..<256 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var words: [UnsafeMutablePointer<CChar>?] = FlusherProcess.words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = childEnvironment.map { strdup($0) } + [nil]
        defer { for text in words + variables { free(text) } }
        var pid = pid_t()
        posix_spawn(&pid, program, &actions, nil, &words, &variables)
    }

    private var childEnvironment: [String] {
        var lines = FlusherProcess.variables.compactMap { name in environment[name].map { "\(name)=\($0)" } }
        lines.append("MONITOR_SERVER=\(settings.server)")
        if let token = settings.token { lines.append("MONITOR_TOKEN=\(token)") }
        return lines
    }

    /// The path of this very program, wherever it was found.
    private static var program: String? {
        #if canImport(Darwin)
        var size = UInt32(PATH_MAX)
        var path = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
        return "/proc/self/exe"
        #endif
    }
}

/// Cuts a flusher loose from the agent's terminal, whose end would end it.
package func detachProcess() { setsid() }
