/// A store with its lifecycle: what the composition root opens, starts and closes, whatever kind it is.
package protocol JournalEngine: JournalStore, BrowserSessionStore {
    /// Where it is, for logs; never with a password.
    var place: String { get }

    /// Starts writing and publishing.
    ///
    /// `begin` gets the head that `publish` goes on from: at once, or once a database that is away was reached.
    func start(
        beginning begin: @escaping @Sendable (Seq) -> Void, publishing publish: @escaping JournalPublisher
    ) async throws

    /// Does the writes that wait, and lets go of the database.
    func close()
}
