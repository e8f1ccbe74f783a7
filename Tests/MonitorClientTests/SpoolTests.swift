#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import MonitorClient
import MonitorCore
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct SpoolTests {
    private let folder: TemporaryFolder
    private let spool: Spool

    init() throws {
        folder = try TemporaryFolder()
        spool = Spool(folder: "\(folder.path)/state/spool")
    }

    private func bodies(_ spool: Spool) -> [String] {
        spool.queue().map { spool.read($0).map { String(decoding: $0.body, as: UTF8.self) } ?? "damaged" }
    }

    @Test func `what is appended is read again to the letter`() throws {
        for delivery in [
            HookDelivery.sample(Array("{\"a\":\"\n\n\u{0}ü\"}".utf8)), .sample([]), .sample([0xFF, 0x0A, 0x0A]),
            .sample([1], server: nil),
        ] {
            let appended = try spool.append(delivery)
            guard case .kept(let name) = appended else {
                Issue.record("refused")
                continue
            }
            #expect(spool.read(name) == delivery)
        }
        #expect(spool.queue().count == 4 && folder.names("state/spool/drafts").isEmpty)
    }

    @Test func `they come in the order in which they were appended, also when the clock steps back`() throws {
        for (index, time) in [5_000_000, 9_000_000, 2_000_000, 2_000_000, 9_000_000].enumerated() {
            _ = try spool.append(.sample("\(index)", time: Int64(time)))
        }
        #expect(bodies(spool) == ["0", "1", "2", "3", "4"])
        let times = spool.queue().compactMap { spool.read($0)?.time.microseconds }
        #expect(times == [5_000_000, 9_000_000, 2_000_000, 2_000_000, 9_000_000])
    }

    @Test func `many at once all come in`() async throws {
        let spool = spool
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    // As they come in life, at rising times: one that does not get the ledger goes by its time.
                    for index in 0..<50 {
                        _ = try? spool.append(.sample("\(worker)-\(index)", time: Timestamp.now.microseconds))
                    }
                }
            }
        }
        let bodies = bodies(spool)
        #expect(Set(bodies).count == 200)
        for worker in 0..<4 {
            #expect(bodies.filter { $0.hasPrefix("\(worker)-") } == (0..<50).map { "\(worker)-\($0)" })
        }
        let sizes = spool.queue().map {
            FileManager.default.contents(atPath: "\(spool.folder)/queue/\($0.text)")?.count
        }
        // A hook that does not get the ledger in time goes on without it; the next flusher counts anew.
        #expect(try ledgerBytes() <= sizes.reduce(0) { $0 + ($1 ?? 0) })
    }

    @Test func `what does not fit is refused and counted, and the oldest are kept`() throws {
        let spool = Spool(folder: spool.folder, limit: 3000)
        let content = String(repeating: "x", count: 1000)
        for index in 0..<4 { _ = try spool.append(.sample("\(index)\(content)")) }
        #expect(bodies(spool).map { $0.prefix(1) } == ["0", "1"])
        #expect(spool.count(of: .refused) == 2 && spool.summary().bytes <= 3000)
        try spool.remove(#require(spool.queue().first))
        #expect(try spool.append(.sample("4\(content)")) != .refused)
        #expect(bodies(spool).map { $0.prefix(1) } == ["1", "4"])
    }

    @Test func `a ledger that is lost or nonsense is counted anew`() throws {
        for index in 0..<3 { _ = try spool.append(.sample("\(index)", time: 9_000_000)) }
        let nonsense = [
            "", "x", String(repeating: "\u{7F}", count: 16), String(repeating: "\u{0}", count: 15) + "\u{7F}",
        ]
        for content in nonsense {
            try folder.write(content, to: "state/spool/ledger")
            _ = try spool.append(.sample("later", time: 1))
            #expect(bodies(spool).last == "later")
            #expect(try ledgerBytes() == spool.summary().bytes)
        }
    }

    @Test func `only its owner may read it, whatever the umask`() throws {
        let before = umask(0)
        defer { umask(before) }
        _ = try spool.append(.sample("x"))
        spool.count(.rejected)
        let name = try #require(spool.queue().first?.text)
        for folder in ["state/spool", "state/spool/queue", "state/spool/drafts"] {
            #expect(self.folder.mode(folder) == 0o700)
        }
        for file in ["queue/\(name)", "ledger", "rejected"] { #expect(folder.mode("state/spool/\(file)") == 0o600) }
    }

    @Test(arguments: [0, 10, -1])
    func `a file that is cut off or no delivery is set aside`(length: Int) throws {
        let appended = try spool.append(.sample("{\"some\":\"body\"}"))
        let name = try #require(spool.queue().first)
        #expect(appended == .kept(name))
        let path = "state/spool/queue/\(name.text)"
        let content = try #require(FileManager.default.contents(atPath: "\(folder.path)/\(path)"))
        let end = length < 0 ? content.count + length : length
        try folder.write(String(decoding: content.prefix(end), as: UTF8.self), to: path)
        #expect(spool.read(name) == nil)
        try spool.setAside(name)
        #expect(spool.isEmpty && spool.count(of: .damaged) == 1)
        #expect(folder.names("state/spool/bad") == [name.text])
    }

    @Test func `of damaged files only some are kept`() throws {
        for index in 0..<20 {
            try folder.write("x", to: "state/spool/queue/\(SpoolTests.name(index))")
        }
        for name in spool.queue() { try spool.setAside(name) }
        #expect(spool.isEmpty && folder.names("state/spool/bad").count == 16 && spool.count(of: .damaged) == 20)
    }

    @Test func `files of others in the queue are no deliveries`() throws {
        for name in [
            ".hidden", "notes.txt", "1-2-3", "\(SpoolTests.name(1)).swp",
            "09223372036854775807-00000000-00000000",
        ] {
            try folder.write("x", to: "state/spool/queue/\(name)")
        }
        #expect(spool.isEmpty && spool.queue().isEmpty)
    }

    @Test func `a spool that is not there is empty, and a look does not make it`() {
        let summary = spool.summary()
        #expect(spool.isEmpty && summary.count == 0 && summary.oldest == nil && !summary.hasFlusher)
        #expect(folder.names().isEmpty)
    }

    @Test func `the summary tells how old the oldest is`() throws {
        _ = try spool.append(.sample("a", time: 2_000_000))
        _ = try spool.append(.sample("b", time: 1_000_000))
        let summary = spool.summary()
        #expect(summary.count == 2 && summary.oldest == Timestamp(microseconds: 2_000_000))
    }

    @Test(arguments: [
        (["HOME": "/h"], "/h/.local/state/monitor/spool"),
        (["HOME": "/h", "XDG_STATE_HOME": "/s"], "/s/monitor/spool"),
        (["HOME": "/h", "XDG_STATE_HOME": "relative"], "/h/.local/state/monitor/spool"),
    ])
    func `it lies where the system keeps state`(variables: [String: String], path: String) {
        #expect(Spool(Environment(variables))?.folder == path)
    }

    @Test(arguments: [("1000", 1000), ("0", 0), ("-1", Spool.standardLimit), ("x", Spool.standardLimit)])
    func `its limit can be set`(text: String, limit: Int) {
        #expect(Spool(Environment(["HOME": "/h", "MONITOR_SPOOL_LIMIT": text]))?.limit == limit)
    }

    private static func name(_ index: Int) -> String {
        "\(String(repeating: "0", count: 18))\(index + 10)-00000000-00000000"
    }

    /// The second number in the ledger.
    private func ledgerBytes() throws -> Int {
        let content = try #require(FileManager.default.contents(atPath: "\(spool.folder)/ledger"))
        return content.suffix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension HookDelivery {
    static func sample(
        _ body: [UInt8], time: Int64 = 1_000_000, server: ServerAddress? = .standard
    ) -> HookDelivery {
        HookDelivery(
            time: Timestamp(microseconds: time), key: randomKey(), server: server,
            target: "/api/sources/claude-code?task_id=a%20b",
            facts: ["X-Monitor-Repo": "ada/engine", "X-Monitor-Worktree": "/a path/with spaces"], body: body)
    }

    static func sample(_ text: String, time: Int64 = 1_000_000, server: ServerAddress? = .standard) -> HookDelivery {
        sample(Array(text.utf8), time: time, server: server)
    }
}
