import MonitorCore
import NIOCore
import Testing

@testable import MonitorLive

@Suite struct LiveHubTests {
    @Test func `subscribers at one place with one filter share the bytes that they are sent`() throws {
        let hub = LiveHubTests.hub(publishing: 1...10)
        let first = try #require(LiveHubTests.read(hub, after: 4))
        let second = try #require(LiveHubTests.read(hub, after: 4))
        #expect(first.seqs == Array(5...10))
        #expect(second.seqs == first.seqs)
        #expect(first.address == second.address)
    }

    @Test func `more filters than are kept each get what is theirs`() throws {
        let hub = LiveHubTests.hub(publishing: 1...40)
        for _ in 0..<2 {
            for kind in 0..<20 {
                let reading = try #require(LiveHubTests.read(hub, after: 0, kind: "\(kind)"))
                #expect(reading.seqs == (1...40).filter { $0 % 20 == kind })
                #expect(reading.cursor == 40)
            }
        }
    }

    @Test func `what is published later is read by those who come later`() throws {
        let hub = LiveHubTests.hub(publishing: 1...3)
        #expect(try #require(LiveHubTests.read(hub, after: 1)).seqs == [2, 3])
        hub.publish([LiveHubTests.entry(4)])
        #expect(try #require(LiveHubTests.read(hub, after: 1)).seqs == [2, 3, 4])
    }

    @Test func `what was read before a purge is not sent after it`() {
        let hub = LiveHubTests.hub(publishing: 1...3)
        #expect(LiveHubTests.read(hub, after: 1)?.seqs == [2, 3])
        hub.publish([JournalEntry(seq: 4, event: .updateDeleted, keys: .init(), json: Array("{}".utf8))])
        #expect(LiveHubTests.read(hub, after: 1) == nil)
        #expect(LiveHubTests.read(hub, after: 3)?.seqs == [4])
    }

    @Test func `a write takes as many frames as fit, and at least one`() throws {
        let hub = LiveHubTests.hub(publishing: 1...4)
        let length = ServerSentEvent.frame(LiveHubTests.entry(1)).count
        #expect(try #require(LiveHubTests.read(hub, after: 0, maxBytes: 2 * length)).seqs == [1, 2])
        #expect(try #require(LiveHubTests.read(hub, after: 0, maxBytes: 1)).seqs == [1])
        #expect(try #require(LiveHubTests.read(hub, after: 0, maxBytes: 4 * length)).seqs == [1, 2, 3, 4])
    }

    private struct Read {
        let seqs: [Int]
        let cursor: Seq
        let address: UInt
    }

    /// `nil` where the store has to be read.
    private static func read(
        _ hub: LiveHub, after cursor: Seq, kind: String? = nil, maxBytes: Int = 65_536
    ) -> Read? {
        var filter = StreamFilter()
        if let kind { filter.kinds = [kind] }
        guard case .frames(let buffer, let end, _) = hub.read(after: cursor, matching: filter, maxBytes: maxBytes)
        else {
            return nil
        }
        let ids = String(buffer: buffer).split(separator: "\n").filter { $0.hasPrefix("id: ") }
        let address = buffer.withUnsafeReadableBytes { $0.baseAddress.map(UInt.init(bitPattern:)) ?? 0 }
        return Read(seqs: ids.compactMap { Int($0.dropFirst(4)) }, cursor: end, address: address)
    }

    private static func hub(publishing seqs: ClosedRange<Seq>) -> LiveHub {
        let hub = LiveHub(head: 0)
        hub.publish(seqs.map(entry))
        return hub
    }

    private static func entry(_ seq: Seq) -> JournalEntry {
        JournalEntry(
            seq: seq, event: .update, keys: .init(kind: "\(seq % 20)"), timestamp: Timestamp(microseconds: seq),
            json: Array("{\"seq\":\(seq)}".utf8))
    }
}
