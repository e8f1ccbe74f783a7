import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A PostgreSQL of a test's own, in a folder that goes with it.
///
/// It lets everybody in who reaches it: its socket lies in a folder that only its user may enter, and a port, where one is
/// asked for, is on the loopback interface. It ends with the last reference to it and with this process, however that
/// dies.
package final class PostgresServer: Sendable {
    /// How it is reached.
    package enum Transport: Sendable {
        case socket
        case loopback
    }

    /// The one that tests share; what it has stored survives the end of its processes, but no power cut.
    package static var shared: PostgresServer {
        get async throws { try await starting.value }
    }

    private static let starting = Task { try await PostgresServer(durable: false) }

    package let folder: String
    package let transport: Transport
    /// The same after every start; it is in the socket's name too.
    package let port: UInt16
    let programs: PostgresPrograms
    let databases = Atomic(0)
    private let settings: [String: String]
    private let lease: PostgresLease

    /// Makes a server and returns once it takes connections.
    ///
    /// With `durable` off nothing is synced: faster, and no less safe as long as the machine runs. `settings` are those
    /// of `postgresql.conf`.
    package init(
        durable: Bool = true, transport: Transport = .socket, settings: [String: String] = [:]
    ) async throws {
        programs = try PostgresPrograms()
        folder = try programs.makeFolder()
        lease = try PostgresLease(folder: folder)
        port = transport == .loopback ? try LoopbackPort.unused() : 5432
        self.transport = transport
        let own = PostgresServer.settings(in: folder, durable: durable, transport: transport)
        self.settings = own.merging(settings) { $1 }
        try await initialize()
        try await start()
    }

    /// Starts it again after `kill` or `stop`, with what it had stored.
    package func start() async throws {
        let options = settings.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
        let words = programs.server("postgres", ["-D", data, "-p", "\(port)"] + options)
        let process = try PostgresProcess(words, in: folder)
        lease.hold(process)
        let ready = try await process.log.first(within: PostgresProcess.patience, "PostgreSQL's start") { line in
            line.contains("database system is ready to accept connections") ? line : nil
        }
        guard ready == nil else { return }
        lease.hold(nil)
        throw ProcessFailure("PostgreSQL did not start: \(process.log.text)")
    }

    /// Ends all its processes at once, as a crash would.
    package func kill() async throws { try await lease.kill() }

    /// Ends it as its administrator would: sessions are told, and there is nothing to recover.
    package func stop() async throws {
        guard let process = lease.process else { return }
        defer { lease.hold(nil) }
        process.process.send(SIGINT)
        try await process.success()
    }

    /// What it has logged since it was last started.
    package var log: String { lease.process?.log.text ?? "" }

    private var data: String { folder + "/data" }

    private func initialize() async throws {
        let arguments = ["-D", data, "-A", "trust", "-U", "monitor", "--no-sync", "-E", "UTF8", "--locale", locale]
        let process = try PostgresProcess(programs.server("initdb", arguments), in: folder)
        lease.hold(process)
        defer { lease.hold(nil) }
        try await process.success()
    }

    /// `C.UTF-8` knows letters beyond ASCII, but not every system has it.
    private var locale: String {
        guard let known = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) else { return "C" }
        freelocale(known)
        return "C.UTF-8"
    }

    /// Room for many stores at once and little use of the disk, on a machine that does other work.
    private static func settings(in folder: String, durable: Bool, transport: Transport) -> [String: String] {
        var settings = [
            "listen_addresses": transport == .loopback ? "127.0.0.1" : "", "unix_socket_directories": folder,
            "max_connections": "300", "shared_buffers": "64MB", "max_wal_size": "256MB",
        ]
        guard !durable else { return settings }
        // Without syncing a commit costs a write; with `synchronous_commit` off it would wait 200 ms for the WAL writer
        // wherever it may not be lost, as in CREATE DATABASE.
        settings["fsync"] = "off"
        settings["full_page_writes"] = "off"
        return settings
    }
}
