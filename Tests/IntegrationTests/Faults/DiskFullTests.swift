import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 5: a disk that fills up costs no acknowledged update and no restart.
    ///
    /// Seen to fail: on a disk of 300 MB, where no refusal comes.
    @Suite struct DiskFullTests {
        @Test(.disabled(if: MountedFolder.isDisabled), .enabled(if: StoreCase.isFile))
        func `a full disk is 507, reads work on, and freed space is all it takes to go on`() async throws {
            let folder = try TemporaryFolder()
            try await MountedFolder(beneath: folder, size: "8m").use { mount in
                let flags = ["--db", "sqlite:\(mount.path)/monitor.db"]
                let ballast = "\(mount.path)/ballast"
                // What is stored in the other 3 MB stands in the WAL and needs its room again in the database.
                try Data(count: 5 * 1024 * 1024).write(to: URL(filePath: ballast))
                let server = try await ServerProcess(in: folder, flags: flags)
                let board = try await Board(on: server)
                var stored = try await fill(server, board)
                try await expectReadsWork(server, stored)
                try FileManager.default.removeItem(atPath: ballast)
                let client = server.client()
                try await eventually(within: .seconds(10), "readiness after space was freed") {
                    try await client.send(.get, "/ready").status == 200
                }
                for number in 0..<20 {
                    let seq = try await client.postManual(board.draft("filled after \(number)"))["seq"]?.int
                    stored.append(try #require(seq))
                }
                try await expectReadsWork(server, stored)
                #expect(stored == stored.sorted())
                try await server.stop()
                #expect(try JournalFile("\(mount.path)/monitor.db").problems() == [])
                let again = try await ServerProcess(in: folder, flags: flags)
                try await expectReadsWork(again, stored)
                try await again.stop()
            }
        }

        /// Posts until the disk is full and for a while on, large and small, and returns the seqs of what was stored.
        private func fill(_ server: ServerProcess, _ board: Board) async throws -> [Seq] {
            let client = server.client()
            let large = "filled " + String(repeating: "x", count: 50_000)
            var (stored, refusals, statuses) = ([Seq](), 0, Set<Int>())
            for number in 0..<2000 where refusals < 50 {
                let draft = board.draft(refusals > 20 ? "filled small \(number)" : large)
                let answer = try await client.send(.post, "/api/updates/manual", body: draft.manualJSON)
                statuses.insert(answer.status)
                if answer.status == 201 {
                    stored.append(try #require(JSONDocument(parsing: answer.body).value["seq"]?.int))
                } else {
                    refusals += 1
                    #expect(answer.headers["Retry-After"] != nil)
                }
            }
            #expect(refusals == 50)
            #expect(statuses.isSubset(of: [201, 507, 503]) && statuses.contains(507), "\(statuses)")
            // What it asks the writer for is less than an update, and may fit when an update no longer does.
            try await eventually(within: .seconds(10), "a /ready that says no") {
                [503, 507].contains(try await client.send(.get, "/ready").status)
            }
            print("disk full: \(stored.count) stored, then \(statuses.sorted())")
            return stored
        }

        private func expectReadsWork(_ server: ServerProcess, _ stored: [Seq]) async throws {
            let client = server.client()
            #expect(try await client.send(.get, "/health").status == 200)
            var (read, cursor) = ([Seq](), Seq(0))
            while let last = try await client.updates(["after_seq": "\(cursor)", "limit": "200"]).seqs.last {
                read += try await client.updates(["after_seq": "\(cursor)", "limit": "200"]).seqs
                cursor = last
            }
            #expect(read == stored)
            // Where nothing can be written, the newest words are in no index.
            #expect(try await client.updates(["q": "filled"])["total"]?.int == Int64(stored.count))
            let streamed = try await BlockingThread.run { [count = stored.count] in
                var stream = try StreamWire(to: server.port, "?after_seq=0&event=update")
                return try stream.events(count).compactMap(\.seq)
            }
            #expect(streamed == stored)
        }
    }
}
