import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

extension FaultSerial {
    /// Row 4: no answer leaves before what it acknowledges is on the disk.
    ///
    /// Seen to fail: the real trace without its syncs, and the made-up ones below. `strace` that is missing fails it.
    @Suite struct SyncBeforeAnswerTests {
        @Test(.enabled(if: StoreCase.isFile))
        func `every 201 follows a finished sync of what it acknowledges`() async throws {
            let folder = try TemporaryFolder()
            let tracePath = folder.file("trace")
            let calls = "fdatasync,fsync,write,writev,pwrite64,sendto,sendmsg,read,readv,recvfrom,recvmsg"
            let server = try await ServerProcess(
                in: folder, launcher: ["strace", "-f", "-y", "-s", "32", "-e", "trace=\(calls)", "-o", tracePath])
            let board = try await Board(on: server)
            // First one at a time, then eight at once: a commit may then be many requests'.
            for (posters, posts) in [(1, 100), (8, 15)] {
                _ = try await BlockingThread.runMany(posters) { poster in
                    var http = try HTTPWire(to: server.port)
                    return try (0..<posts).map { try http.post("poster \(poster), \($0)", on: board) }
                }
            }
            try await server.stop()
            let lines = try String(contentsOfFile: tracePath, encoding: .utf8).split(separator: "\n")
            let trace = SyncTrace(lines: lines)
            // 220 updates, a workstream and a task.
            #expect(trace.answerCount == 222)
            #expect(trace.violations == [])
            let syncs = trace.events.count { if case .syncEnded = $0 { true } else { false } }
            print("sync: \(trace.answerCount) answers, \(syncs) syncs of the WAL")
            let unsynced = SyncTrace(lines: lines.filter { !$0.contains("sync") })
            #expect(unsynced.violations.count == 222, "the checker does not see a missing sync")
        }
    }
}

/// The checker of `SyncBeforeAnswerTests` on traces of a few lines.
@Suite struct SyncTraceTests {
    private static let request = #"10 read(30<socket:[77]>, "POST /api/updates/manual HTTP/1.1"..., 2048) = 200"#
    private static let write = #"11 pwrite64(9</tmp/monitor.db-wal>, "\0\0"..., 4096, 32) = 4096"#
    private static let sync = "11 fdatasync(9</tmp/monitor.db-wal>) = 0"
    private static let answer = #"10 writev(30<socket:[77]>, [{iov_base="HTTP/1.1 201 Created"...}], 2) = 9"#

    @Test func `an answer after the sync passes`() {
        let trace = SyncTrace(lines: [Self.request, Self.write, Self.sync, Self.answer])
        #expect(trace.answerCount == 1)
        #expect(trace.violations == [])
    }

    @Test func `a sync in two lines counts from its end`() {
        let begun = "11 fdatasync(9</tmp/monitor.db-wal> <unfinished ...>"
        let ended = "11 <... fdatasync resumed>) = 0"
        #expect(SyncTrace(lines: [Self.request, Self.write, begun, ended, Self.answer]).violations == [])
        #expect(SyncTrace(lines: [Self.request, Self.write, begun, Self.answer, ended]).violations == [3])
    }

    @Test func `a request in two lines counts from its end`() {
        let begun = "10 read(30<socket:[77]>, <unfinished ...>"
        let ended = #"10 <... read resumed> "POST /api/updates"..., 2048) = 200"#
        #expect(SyncTrace(lines: [begun, ended, Self.write, Self.sync, Self.answer]).violations == [])
        #expect(SyncTrace(lines: [begun, Self.write, Self.sync, ended, Self.answer]).violations == [4])
    }

    @Test(arguments: [
        [request, write, answer, sync], [request, sync, write, answer], [write, sync, request, answer],
        [request, write, answer], [request, answer],
        [request, write, "11 fdatasync(9</tmp/monitor.db-wal>) = -1 EIO", answer],
        [request, write, "11 fdatasync(8</tmp/monitor.db>) = 0", answer],
    ])
    func `an answer before the sync of its own write is seen`(lines: [String]) {
        #expect(SyncTrace(lines: lines).violations.count == 1)
    }

    @Test func `another connection's sync does not count for a request that came after it`() {
        let other = Self.request.replacingOccurrences(of: "30<socket:[77]>", with: "31<socket:[78]>")
        let late = Self.answer.replacingOccurrences(of: "30<socket:[77]>", with: "31<socket:[78]>")
        let trace = SyncTrace(lines: [Self.request, Self.write, Self.sync, other, Self.answer, late])
        #expect(trace.answerCount == 2)
        #expect(trace.violations.count == 1)
    }
}
