import Foundation
import GRDB
import MonitorClient
import MonitorCore
import MonitorTesting
import Synchronization
import Testing

extension FaultSerial {
    /// Row 1: a server that is killed at any moment has kept what it acknowledged.
    ///
    /// Seen to fail: with the newest update deleted from the file before a restart. `kill -9` alone cannot tell
    /// `synchronous` FULL from NORMAL; `SyncBeforeAnswerTests` can.
    @Suite struct KillTests {
        private static let kills = 20
        private static let writers = 8

        @Test func `20 kills under 8 writers lose no acknowledged update and reuse no seq`() async throws {
            let folder = try TemporaryFolder()
            var random = SeededRandom(seed: 1)
            var server = try await ServerProcess(in: folder)
            let board = try await Board(on: server)
            var (acknowledged, slowest) = ([Seq: String](), Duration.zero)
            for round in 1...KillTests.kills {
                let killAfter = Int.random(in: 20...300, using: &random)
                let head = acknowledged.keys.max() ?? 0
                let written = try await write(to: server, board, round: round, killAfter: killAfter)
                #expect(written.count >= killAfter)
                #expect(Set(written.map(\.seq)).count == written.count)
                for (seq, message) in written {
                    #expect(seq > head, "a seq from before the kill came again")
                    acknowledged[seq] = message
                }
                try checkIntegrity(of: folder)
                server = try await ServerProcess(in: folder)
                slowest = max(slowest, server.startTime)
                let stored = try await self.stored(on: server, after: head)
                for (seq, message) in written { #expect(stored[seq] == message, "lost in round \(round)") }
            }
            let all = try await stored(on: server, after: 0)
            for (seq, message) in acknowledged { #expect(all[seq] == message) }
            print("kill: \(acknowledged.count) acknowledged, \(all.count) stored, slowest restart \(slowest)")
            // 2 s is what is promised; an idle machine takes 0.1 s, and 10 s is no bound that a busy one misses.
            #expect(slowest < .seconds(10))
            try await server.stop()
        }

        /// Posts from all writers until there are `killAfter` answers, kills the server, and returns what it had answered.
        private func write(
            to server: ServerProcess, _ board: Board, round: Int, killAfter: Int
        ) async throws -> [(seq: Seq, message: String)] {
            let answers = Mutex(0)
            let written = try await BlockingThread.runMany(KillTests.writers) { writer in
                var (http, written) = (try HTTPWire(to: server.port), [(seq: Seq, message: String)]())
                for number in 0... {
                    let message = "round \(round), writer \(writer), number \(number)"
                    do {
                        written.append((try http.post(message, on: board), message))
                    } catch WireFailure.cut, WireFailure.system {
                        break
                    }
                    let isDue = answers.withLock { count in
                        count += 1
                        return count == killAfter
                    }
                    if isDue { server.send(SIGKILL) }
                }
                return written
            }
            _ = try await server.exit()
            return written.flatMap(\.self)
        }

        private func stored(on server: ServerProcess, after cursor: Seq) async throws -> [Seq: String] {
            let board = server.client()
            var (result, cursor) = ([Seq: String](), cursor)
            while true {
                let page = try await board.updates(["after_seq": "\(cursor)", "limit": "200"])
                guard let last = page.seqs.last else { return result }
                for item in page["items"]?.array ?? [] {
                    if let seq = item["seq"]?.int { result[seq] = item["message"]?.string }
                }
                cursor = last
            }
        }

        /// Looks at a copy, so that the server itself has to recover the file.
        private func checkIntegrity(of folder: TemporaryFolder) throws {
            if !StoreCase.isFile { return }
            let copy = try TemporaryFolder()
            for name in ["monitor.db", "monitor.db-wal"] {
                try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
            }
            #expect(try JournalFile(copy.file("monitor.db")).problems() == [])
        }
    }
}
