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
            startFlusher: { startFlusher($0, arguments) })
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
    private static func startFlusher(_ settings: Settings?, _ arguments: HookArguments) {
        var environment = flusherVariables.compactMap { name in Environment.process[name].map { "\(name)=\($0)" } }
        func add(_ name: String, _ value: String?) { if let value { environment.append("\(name)=\(value)") } }
        // What could not be understood goes along as it is: the flusher must not take another server for it.
        let process = Environment.process
        add("MONITOR_SERVER", settings?.server.description ?? arguments.server ?? process["MONITOR_SERVER"])
        add("MONITOR_TOKEN", settings?.token ?? arguments.token ?? process["MONITOR_TOKEN"])
        try? DetachedProcess.start(["spool", "flush", "--detached"], environment: environment)
    }

    /// What a flusher needs; an agent's own secrets do not stay in a process that outlives it.
    private static let flusherVariables = [
        "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "MONITOR_SPOOL_LIMIT",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    ]
}
