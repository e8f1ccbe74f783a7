import Crypto
import MonitorCore
import MonitorLive

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Signs browsers in and out, and knows them by what their cookies hold.
struct BrowserSessions: Sendable {
    let store: any BrowserSessionStore
    let tokens: TokenSet
    let hub: LiveHub
    let clock: WallClock
    let streams = OpenStreams()

    /// A session ends after two weeks without a request, which is a holiday.
    private static let longestSilence = Duration.seconds(14 * 86_400)
    /// And after this in any case: a quarter of a year.
    static let lifetime = Duration.seconds(90 * 86_400)
    /// One token's at one time: every browser and device of a small team that shares it.
    private static let limit = 50
    /// How exactly the last use is known: each note of it is a write.
    private static let noteInterval = Duration.seconds(60)
    /// Enough to tell browsers apart.
    private static let userAgentBytes = 300

    init(
        store: any BrowserSessionStore, tokens: TokenSet, hub: LiveHub, clock: @escaping WallClock = { .now }
    ) {
        self.store = store
        self.tokens = tokens
        self.hub = hub
        self.clock = clock
    }

    /// Opens a session for the token's owner and returns the secret for its cookie.
    func open(token: String, userAgent: String) async throws -> String {
        let secret = BrowserSessions.makeSecret()
        let now = clock()
        var random = SystemRandomNumberGenerator()
        let session = BrowserSession(
            id: .make(at: now, using: &random), digest: BrowserSessions.digest(secret),
            owner: TokenSet.owner(of: token), userAgent: userAgent.prefix(bytes: BrowserSessions.userAgentBytes),
            createdAt: now, lastUsedAt: now)
        try await store.openBrowserSession(session, limit: BrowserSessions.limit)
        return secret
    }

    /// The session that a cookie's secret opens, while it and its token hold; notes that it is used.
    func session(secret: String) async throws -> (session: BrowserSession, principal: Principal)? {
        guard !tokens.isEmpty,
            let session = try await store.browserSession(digest: BrowserSessions.digest(secret)),
            bounds.contains(session), let principal = tokens.principal(owner: session.owner),
            principal.scope != .ingest
        else { return nil }
        if session.lastUsedAt.advanced(by: BrowserSessions.noteInterval) < clock() {
            // A full disk must not sign people out.
            _ = try? await store.touchBrowserSessions([session.id], at: clock())
        }
        return (session, principal)
    }

    /// The sessions of the same token that have not expired, the latest used first.
    func siblings(of session: BrowserSession) async throws -> [BrowserSession] {
        try await store.browserSessions(of: session.owner).filter(bounds.contains)
    }

    /// Ends sessions and their streams at once.
    func end(_ ids: Set<BrowserSessionID>) async throws {
        try await store.endBrowserSessions(ids)
        endStreams(of: ids)
    }

    /// Forgets expired sessions, and ends streams of those that are gone, however they went.
    func sweep() async throws {
        try await store.endBrowserSessions(outside: bounds)
        let streaming = streams.sessions
        if streaming.isEmpty { return }
        endStreams(of: streaming.subtracting(try await store.touchBrowserSessions(streaming, at: clock())))
    }

    private func endStreams(of ids: Set<BrowserSessionID>) {
        streams.end(of: ids)
        hub.recheck()
    }

    private var bounds: BrowserSessionBounds {
        let now = clock()
        return BrowserSessionBounds(
            createdAfter: now.advanced(by: .zero - BrowserSessions.lifetime),
            usedAfter: now.advanced(by: .zero - BrowserSessions.longestSilence))
    }

    /// 256 bits from the system's generator, as hex digits.
    private static func makeSecret() -> String {
        let key = SymmetricKey(size: .bits256)
        return key.withUnsafeBytes { bytes in
            String(decoding: bytes.flatMap { [UInt8(hexDigit: $0 >> 4), UInt8(hexDigit: $0 & 0xF)] }, as: UTF8.self)
        }
    }

    private static func digest(_ secret: String) -> [UInt8] { Array(SHA256.hash(data: Data(secret.utf8))) }
}

extension String {
    fileprivate func prefix(bytes count: Int) -> String {
        utf8.count <= count ? self : String(decoding: utf8.prefix(count), as: UTF8.self)
    }
}
