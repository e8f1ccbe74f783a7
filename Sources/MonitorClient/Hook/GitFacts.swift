/// What the files of a git checkout say about it; git itself is not run.
package struct GitFacts: Equatable, Sendable {
    /// `OWNER/NAME` of the remote `origin`, else the name of the main worktree's folder.
    package var repository: String
    /// `nil` for a detached HEAD.
    package var branch: String?
    /// The root folder of the worktree.
    package var worktree: String

    package init(repository: String, branch: String?, worktree: String) {
        self.repository = repository
        self.branch = branch
        self.worktree = worktree
    }

    /// Looks in the folder and in those above it; `nil` outside of any checkout.
    package static func read(from folder: String) -> GitFacts? {
        guard let checkout = GitCheckout.find(from: folder) else { return nil }
        let origin = checkout.config.flatMap(GitConfig.originURL)
        return GitFacts(
            repository: origin.flatMap(RemoteURL.repository) ?? checkout.mainName,
            branch: branch(head: checkout.head), worktree: checkout.worktree)
    }

    private static func branch(head: [UInt8]) -> String? {
        let line = String(decoding: head.prefix { $0 >= 0x20 }, as: UTF8.self)
        let prefix = "ref: refs/heads/"
        // Git's new way to keep references leaves this in the old place.
        guard line.hasPrefix(prefix), line != "\(prefix).invalid" else { return nil }
        return String(line.dropFirst(prefix.count))
    }
}
