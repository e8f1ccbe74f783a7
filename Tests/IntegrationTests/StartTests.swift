import Foundation
import GRDB
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// What the server refuses to start on, and what it says then.
@Suite struct StartTests {
    @Test(.enabled(if: StoreCase.isFile))
    func `a second server on the same database names the file and the process that has it`() async throws {
        let folder = try TemporaryFolder()
        let server = try await ServerProcess(in: folder)
        let second = try await refusal(in: folder)
        #expect(second.contains(folder.file("monitor.db")))
        #expect(second.contains("process \(server.pid)"))
        _ = try await Board(on: server)
        try await server.crash()
        let third = try await ServerProcess(in: folder)
        #expect(try await third.client().workstreams().items("name") == ["Board"])
        try await third.stop()
    }

    @Test(.enabled(if: StoreCase.isFile))
    func `a database of the original is refused with advice, its bytes untouched`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("monitor.db")
        let original = try DatabaseQueue(path: path)
        try await original.write { database in
            for table in ["workstreams", "tasks", "updates", "_sqlx_migrations"] {
                try database.execute(sql: "CREATE TABLE \(table) (id TEXT PRIMARY KEY)")
                try database.execute(sql: "INSERT INTO \(table) VALUES ('a')")
            }
        }
        try original.close()
        let before = try Data(contentsOf: URL(filePath: path))
        let message = try await refusal(in: folder)
        #expect(message.contains("original") && message.contains(path) && message.contains("MONITOR_DB"))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("-") }
        #expect(left.isEmpty, "it was opened for writing: \(left)")
    }

    @Test(.enabled(if: StoreCase.isFile))
    func `a file that is no database is refused, its bytes untouched`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("monitor.db")
        let letter = Data(String(repeating: "Dear Ada, this is a letter. ", count: 100).utf8)
        try letter.write(to: URL(filePath: path))
        #expect(try await refusal(in: folder).contains(path))
        #expect(try Data(contentsOf: URL(filePath: path)) == letter)
    }

    /// Root may write to a file whatever its mode says, so for root it lies on a file system that takes no writes.
    @Test(.enabled(if: StoreCase.isFile))
    func `a database that cannot be written is refused in words`() async throws {
        let folder = try TemporaryFolder()
        if geteuid() != 0 {
            try Data().write(to: URL(filePath: folder.file("monitor.db")))
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: folder.file("monitor.db"))
            let message = try await refusal(in: folder)
            #expect(message.contains(folder.file("monitor.db")) && message.contains("Permission denied"))
            return
        }
        try await MountedFolder(beneath: folder, size: "8m").use { mount in
            let flags = ["--db", "sqlite:\(mount.path)/monitor.db"]
            let first = try await ServerProcess(in: folder, flags: flags)
            try await first.stop()
            try await mount.makeReadOnly()
            let message = try await refusal(in: folder, flags)
            #expect(message.contains("\(mount.path)/monitor.db") && message.contains("Read-only"), "\(message)")
        }
    }

    @Test(arguments: [
        ["MONITOR_BIND": "nonsense"], ["MONITOR_BIND": "127.0.0.1:99999"], ["MONITOR_DB": "mysql://localhost/x"],
        ["MONITOR_DB": "sqlite:monitor.db?mode=memory"], ["MONITOR_AUTH_MODE": "strickt"],
        ["MONITOR_LOG_LEVEL": "loud"], ["MONITOR_WRITE_BATCH": "0"], ["MONITOR_MAX_CONNECTIONS": "many"],
        ["MONITOR_TOKENS_FILE": "/nowhere/tokens"], ["MONITOR_ALLOWED_HOSTS": "http://monitor.example"],
    ])
    func `a bad setting stops the start and is named`(setting: [String: String]) async throws {
        let folder = try TemporaryFolder()
        let message = try await refusal(in: folder, [], environment: setting)
        #expect(message.contains(try #require(setting.keys.first)), "\(message)")
    }

    @Test func `an unknown flag stops the start`() async throws {
        #expect(try await refusal(in: TemporaryFolder(), ["--databse", "x"]).contains("--databse"))
    }

    @Test(arguments: [["MONITOR_AUTH_MODE": "strict"], ["MONITOR_API_TOKENS": "token"], [:]])
    func `beyond loopback it wants strict mode and a token`(environment: [String: String]) async throws {
        let message = try await refusal(in: TemporaryFolder(), ["--bind", "0.0.0.0:0"], environment: environment)
        #expect(message.contains("MONITOR_BIND") && message.contains("--i-know-this-is-open"))
    }

    @Test func `a port that is taken is said in words`() async throws {
        try await withServer { server in
            let message = try await refusal(in: TemporaryFolder(), ["--bind", "127.0.0.1:\(server.port)"])
            #expect(message.contains("\(server.port)"))
        }
    }

    @Test(.enabled(if: StoreCase.isFile))
    func `the database, its log and its lock are their owner's only`() async throws {
        let folder = try TemporaryFolder()
        let server = try await ServerProcess(in: folder)
        _ = try await Board(on: server)
        for name in ["monitor.db", "monitor.db-wal", "monitor.db-shm", "monitor.db.lock"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600, "\(name)")
        }
        try await server.stop()
    }

    /// Starts a server that has to refuse, and returns what it says.
    private func refusal(
        in folder: TemporaryFolder, _ flags: [String] = [], environment: [String: String] = [:]
    ) async throws -> String {
        let bind = environment["MONITOR_BIND"] == nil && !flags.contains("--bind") ? ["--bind", "127.0.0.1:0"] : []
        let server = try CommandProcess(Binary.server.path, bind + flags, in: folder, environment: environment)
        let result = try await server.result(within: ServerProcess.patience)
        guard case .status(let status) = result.exit else {
            throw ProcessFailure("it did not refuse, it crashed with \(result.exit): \(result.errors)")
        }
        #expect(status != 0)
        #expect(result.errors.split(separator: "\n").count < 20, "a wall of text: \(result.errors)")
        return result.errors
    }
}
