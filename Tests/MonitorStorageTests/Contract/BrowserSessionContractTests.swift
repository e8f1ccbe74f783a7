import MonitorCore
import MonitorTesting
import Testing

@Suite struct BrowserSessionContractTests {
    private let start = Timestamp(microseconds: 1_800_000_000_000_000)

    @Test(arguments: StoreCase.all)
    func `a session is found by its digest, also after the store was opened again`(kind: StoreCase) async throws {
        let place = try TemporaryFolder()
        let session = session(1, userAgent: "Käfer\u{FFFD}\"'; DROP")
        try await kind.withStore(in: place) { store, published in
            try await store.openBrowserSession(session, limit: 5)
            #expect(try await store.bounds().head == 0)
            #expect(published.entries.isEmpty)
        }
        try await kind.withStore(in: place) { store, _ in
            let found = try await store.browserSession(digest: [1])
            #expect(found == session)
            #expect(try await store.browserSession(digest: [2]) == nil)
        }
    }

    @Test(arguments: StoreCase.all)
    func `beyond the limit the ones that were used longest ago end, of one owner`(kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            try await store.openBrowserSession(session(9, owner: [2]), limit: 3)
            for number in 1...3 { try await store.openBrowserSession(session(UInt8(number)), limit: 3) }
            let first = try #require(try await store.browserSession(digest: [1]))
            #expect(try await store.touchBrowserSessions([first.id], at: later(60)) == [first.id])
            try await store.openBrowserSession(session(4), limit: 3)
            #expect(try await store.browserSessions(of: [1]).map(\.digest) == [[1], [4], [3]])
            #expect(try await store.browserSession(digest: [9]) != nil)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a touch moves the last use forward only, and says which sessions there are`(kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let session = session(1)
            try await store.openBrowserSession(session, limit: 3)
            #expect(try await store.touchBrowserSessions([session.id, .make()], at: later(5)) == [session.id])
            _ = try await store.touchBrowserSessions([session.id], at: start)
            #expect(try await store.browserSession(digest: [1])?.lastUsedAt == later(5))
        }
    }

    @Test(arguments: StoreCase.all)
    func `sessions end by name and by age`(kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sessions = (1...3).map { session(UInt8($0)) }
            for session in sessions { try await store.openBrowserSession(session, limit: 5) }
            try await store.endBrowserSessions([sessions[0].id, .make()])
            #expect(try await store.browserSession(digest: [1]) == nil)
            let bounds = BrowserSessionBounds(createdAfter: sessions[1].createdAt, usedAfter: start)
            try await store.endBrowserSessions(outside: bounds)
            #expect(try await store.browserSessions(of: [1]) == [sessions[2]])
            try await store.endBrowserSessions(
                outside: BrowserSessionBounds(createdAfter: start, usedAfter: later(1_000)))
            #expect(try await store.browserSessions(of: [1]).isEmpty)
        }
    }

    private func later(_ seconds: Int) -> Timestamp { start.advanced(by: .seconds(seconds)) }

    private func session(_ number: UInt8, owner: [UInt8] = [1], userAgent: String = "x") -> BrowserSession {
        BrowserSession(
            id: .make(), digest: [number], owner: owner, userAgent: userAgent, createdAt: later(Int(number)),
            lastUsedAt: later(Int(number)))
    }
}
