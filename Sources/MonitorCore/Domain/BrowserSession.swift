/// A browser that somebody signed in with a token; not to be confused with an agent's session.
package struct BrowserSession: Equatable, Sendable {
    package let id: BrowserSessionID
    /// SHA-256 of what the cookie holds: who reads the store cannot sign in with it.
    package let digest: [UInt8]
    /// Stands for the token, which is kept nowhere: a session lives no longer than its token is known.
    package let owner: [UInt8]
    /// What the browser said of itself.
    package let userAgent: String
    package let createdAt: Timestamp
    package var lastUsedAt: Timestamp

    package init(
        id: BrowserSessionID, digest: [UInt8], owner: [UInt8], userAgent: String, createdAt: Timestamp,
        lastUsedAt: Timestamp
    ) {
        self.id = id
        self.digest = digest
        self.owner = owner
        self.userAgent = userAgent
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
    }
}

package typealias BrowserSessionID = ID<BrowserSession>

/// The oldest times that a session may have and still be one.
package struct BrowserSessionBounds: Equatable, Sendable {
    package let createdAfter: Timestamp
    package let usedAfter: Timestamp

    package init(createdAfter: Timestamp, usedAfter: Timestamp) {
        self.createdAfter = createdAfter
        self.usedAfter = usedAfter
    }

    package func contains(_ session: BrowserSession) -> Bool {
        session.createdAt > createdAfter && session.lastUsedAt > usedAfter
    }
}
