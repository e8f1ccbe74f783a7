#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension HookRun {
    /// The run of this process.
    package static func ofProcess(_ arguments: HookArguments) -> HookRun {
        HookRun(
            arguments, environment: .process, workingFolder: workingFolder, host: hostName,
            startFlusher: startFlusher)
    }

    private static var workingFolder: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    private static var hostName: String? {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A process that sends the spool's content and goes; what fails here is tried again by the next hook.
    private static func startFlusher(_ settings: Settings?) {
        var environment = flusherVariables.compactMap { name in Environment.process[name].map { "\(name)=\($0)" } }
        if let settings {
            environment.append("MONITOR_SERVER=\(settings.server)")
            if let token = settings.token { environment.append("MONITOR_TOKEN=\(token)") }
        }
        try? DetachedProcess.start(["spool", "flush", "--detached"], environment: environment)
    }

    /// What a flusher needs; an agent's own secrets do not stay in a process that outlives it.
    private static let flusherVariables = [
        "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "MONITOR_SPOOL_LIMIT",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    ]
}
