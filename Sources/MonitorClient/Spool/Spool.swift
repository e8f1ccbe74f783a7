/// Deliveries that wait on this machine until the server takes them, one file for each, oldest first.
///
/// Any number of processes may append at once; one flusher at a time sends.
package struct Spool: Sendable {
    /// 256 MiB.
    package static let standardLimit = 256 * 1024 * 1024

    package let folder: String
    /// Bytes of all files in the queue together; the oldest are kept, and what does not fit is refused.
    package let limit: Int

    package init(folder: String, limit: Int = Spool.standardLimit) {
        self.folder = folder
        self.limit = limit
    }

    /// `$XDG_STATE_HOME/monitor/spool`, else `~/.local/state/monitor/spool`; `nil` without a home.
    package init?(_ environment: Environment) {
        guard let state = environment.stateFolder else { return nil }
        let limit = environment["MONITOR_SPOOL_LIMIT"].flatMap { Int($0) }
        self.init(folder: "\(state)/monitor/spool", limit: limit.flatMap { $0 >= 0 ? $0 : nil } ?? Spool.standardLimit)
    }

    var queueFolder: String { "\(folder)/queue" }
    /// Files that are still being written, on the same file system as the queue.
    var draftFolder: String { "\(folder)/drafts" }
    /// Files that are no deliveries, for a person to look at.
    var badFolder: String { "\(folder)/bad" }

    func path(_ name: SpoolName) -> String { "\(queueFolder)/\(name.text)" }

    /// The names of all waiting deliveries in the order in which they are sent.
    package func queue() -> [SpoolName] { LocalFolder.names(queueFolder).compactMap { SpoolName($0) }.sorted() }

    package var isEmpty: Bool { holdsNone { _ in true } }

    /// Nothing waits for that server; a delivery that is being sent still waits.
    func isEmpty(for server: ServerAddress?) -> Bool {
        let tag = SpoolName.tag(of: server)
        return holdsNone { $0.serverTag == tag }
    }

    /// One look at the folder, and no further than the first match.
    private func holdsNone(where matches: (SpoolName) -> Bool) -> Bool {
        var holdsNone = true
        LocalFolder.visit(queueFolder) { name in
            guard let name = SpoolName(name), matches(name) else { return .goOn }
            holdsNone = false
            return .done
        }
        return holdsNone
    }
}
