/// Held by the one process that sends what the spool holds; ends with it, however it ends.
struct FlusherLock: Sendable {
    private let file: OpenFile

    /// `nil` when another holds it all that time.
    init?(_ spool: Spool, within limit: Duration) throws {
        try LocalFile.makeFolders(spool.folder)
        file = try OpenFile("\(spool.folder)/lock", to: .update)
        guard file.lock(within: limit) else { return nil }
    }

    func release() { file.unlock() }
}

extension Spool {
    /// Someone is sending; a spool that cannot be looked at has nobody.
    package var hasFlusher: Bool {
        guard let file = try? OpenFile("\(folder)/lock", to: .update) else { return false }
        guard file.lock(within: .zero) else { return true }
        file.unlock()
        return false
    }
}
