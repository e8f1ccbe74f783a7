import GRDB
import MonitorCore
import MonitorTesting
import Testing

@testable import MonitorStorage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct SQLiteJournalStoreTests {
    @Test func `every commit of the writer is synced and the file is private`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        store.start()
        let (synchronous, autoCheckpointIsOff) = try await store.write { session in
            (
                try Int.fetchOne(session.database, sql: "PRAGMA synchronous"),
                try Int.fetchOne(session.database, sql: "PRAGMA wal_autocheckpoint") == 0
            )
        }
        #expect(synchronous == 2 && autoCheckpointIsOff)
        let made = try await store.createWorkstream(WorkstreamDraft(name: "x"))
        #expect(try await store.workstream(made.id) != nil)
        for suffix in ["", "-wal", "-shm", ".lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: place.file("m.db" + suffix))
            #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o777 } == 0o600, "m.db\(suffix)")
        }
        store.close()
        #expect(!FileManager.default.fileExists(atPath: place.file("m.db-wal")), "a clean end leaves one file")
    }

    @Test func `a second store on the same file is refused with the file's name`() throws {
        let place = try TemporaryFolder()
        let location = SQLiteLocation(path: place.file("m.db"))
        let store = try SQLiteJournalStore(at: location)
        let error = #expect(throws: DatabaseFileError.self) { try SQLiteJournalStore(at: location) }
        #expect(error?.description.contains(place.file("m.db")) == true)
        store.close()
    }

    @Test func `a store that was closed leaves its file to the next, though somebody still holds it`() throws {
        let place = try TemporaryFolder()
        let location = SQLiteLocation(path: place.file("m.db"))
        let first = try SQLiteJournalStore(at: location)
        first.close()
        let second = try SQLiteJournalStore(at: location)
        #expect(throws: DatabaseFileError.self) { try SQLiteJournalStore(at: location) }
        second.close()
        withExtendedLifetime(first) {}
    }

    @Test func `a file of the original's shape is refused and left as it is`() throws {
        let place = try TemporaryFolder()
        let queue = try DatabaseQueue(path: place.file("m.db"))
        try queue.write { database in
            try database.execute(
                sql: "CREATE TABLE workstreams (id); CREATE TABLE tasks (id); CREATE TABLE updates (id)")
        }
        try queue.close()
        let before = try Data(contentsOf: URL(filePath: place.file("m.db")))
        let error = #expect(throws: DatabaseFileError.self) {
            try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        }
        #expect(error?.description.contains("original") == true)
        #expect(try Data(contentsOf: URL(filePath: place.file("m.db"))) == before)
    }

    @Test func `a file that a newer server has changed is refused and left as it is`() throws {
        let place = try TemporaryFolder()
        let location = SQLiteLocation(path: place.file("m.db"))
        try SQLiteJournalStore(at: location).close()
        let queue = try DatabaseQueue(path: location.path)
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999_later')") }
        try queue.close()
        let error = #expect(throws: DatabaseFileError.self) { try SQLiteJournalStore(at: location) }
        #expect(error?.description.contains("newer") == true)
    }

    @Test func `commands that wait together share a transaction, one that fails alone spoils nothing`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for index in 0..<20 {
                group.addTask {
                    do {
                        if index == 7 { try await store.deleteTask(.make()) }
                        _ = try await store.createWorkstream(WorkstreamDraft(name: "w\(index)"))
                        return true
                    } catch {
                        return false
                    }
                }
            }
            store.start()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { !$0 }.count == 1)
        #expect(try await store.workstreams(includeArchived: true).count == 19)
        store.close()
    }

    @Test func `a command that the database refuses is undone, and those beside it are stored`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        let bad = Task {
            try await store.write { session in
                _ = session.nextSeq()
                try session.execute("INSERT INTO tasks (id) VALUES (NULL)")
            }
        }
        async let good = store.createWorkstream(WorkstreamDraft(name: "good"))
        store.start()
        await #expect(throws: APIError.self) { try await bad.value }
        #expect(try await good.name == "good")
        #expect(try await store.workstreams(includeArchived: true).count == 1)
        store.close()
    }

    @Test func `a full queue is answered at once`() async throws {
        let place = try TemporaryFolder()
        var options = SQLiteJournalStore.Options()
        options.queueCapacity = 1
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")), options: options)
        let codes = await withTaskGroup(of: APIError.Code?.self) { group in
            for index in 0..<3 {
                group.addTask {
                    do {
                        _ = try await store.createWorkstream(WorkstreamDraft(name: "w\(index)"))
                        return nil
                    } catch {
                        return (error as? APIError)?.code
                    }
                }
            }
            // Two of three are refused while nobody serves the queue; then the first is done.
            var codes = [await group.next() ?? nil, await group.next() ?? nil]
            store.start()
            codes.append(await group.next() ?? nil)
            return codes
        }
        #expect(codes == [.unavailable, .unavailable, nil])
        store.close()
    }

    @Test func `purged content is in no byte of the database's files`() async throws {
        let place = try TemporaryFolder()
        let store = try SQLiteJournalStore(at: SQLiteLocation(path: place.file("m.db")))
        store.start()
        let sample = try await Sample(store)
        _ = try await store.append((0..<50).map { sample.draft("filler \($0) " + String(repeating: "x", count: 300)) })
        let secret = "ghpsecrettokenvalue"
        let outcome = try await store.appendOne(
            sample.draft("here: \(secret)", tags: [secret], data: try RawJSON(parsing: "{\"k\":\"\(secret)\"}")))
        let seq = try #require(outcome.seq)
        _ = try await store.append((0..<50).map { sample.draft("more \($0)") })
        try await store.deleteUpdate(.seq(seq))
        // The writer empties the WAL after the answer; the next write has to wait for that.
        try await store.checkReadiness()
        store.close()
        for file in try FileManager.default.contentsOfDirectory(atPath: place.path) {
            let bytes = try Data(contentsOf: URL(filePath: place.file(file)))
            #expect(bytes.firstRange(of: Data(secret.utf8)) == nil, "\(file)")
        }
    }
}
