/// Who is signed in with a browser: the port beside the journal's, so that sessions outlive a restart and hold on every
/// server of a shared store.
package protocol BrowserSessionStore: Sendable {
    /// Keeps a new session; of its owner's those that were used longest ago end beyond `limit`.
    func openBrowserSession(_ session: BrowserSession, limit: Int) async throws
    func browserSession(digest: [UInt8]) async throws -> BrowserSession?
    /// The latest used first.
    func browserSessions(of owner: [UInt8]) async throws -> [BrowserSession]
    /// Notes the last use; returns those that there are.
    func touchBrowserSessions(_ ids: Set<BrowserSessionID>, at time: Timestamp) async throws -> Set<BrowserSessionID>
    func endBrowserSessions(_ ids: Set<BrowserSessionID>) async throws
    /// Forgets what has expired.
    func endBrowserSessions(outside bounds: BrowserSessionBounds) async throws
}
