/// The flusher's side of the queue.
extension Spool {
    /// What a person can still make sense of; more would fill the disk with nothing of use.
    private static let badFileLimit = 16
    private static let badFileSize = 1024 * 1024

    /// The delivery, or `nil` for a file that is none or cannot be read.
    package func read(_ name: SpoolName) -> HookDelivery? {
        guard let file = try? OpenFile(path(name), to: .read), let size = file.size,
            size <= Hook.bodyLimit + HookDelivery.fileHeadLimit, let content = try? file.read(upTo: size)
        else { return nil }
        return HookDelivery(fileContent: content)
    }

    /// Takes a delivery out that the server has stored, or will never take.
    package func remove(_ name: SpoolName) throws {
        try leaving(name) { try LocalFolder.remove(path(name)) }
    }

    /// Moves a damaged file out of the way, or removes it where enough of its like are kept.
    package func setAside(_ name: SpoolName) throws {
        try leaving(name) {
            let isKept =
                LocalFolder.names(badFolder).count < Spool.badFileLimit
                && LocalFolder.size(path(name)).map { $0 <= Spool.badFileSize } ?? false
            guard isKept else { return try LocalFolder.remove(path(name)) }
            try LocalFile.makeFolders(badFolder)
            try LocalFolder.move(path(name), to: "\(badFolder)/\(name.text)")
        }
        count(.damaged)
    }

    /// Drafts whose writers ended in the middle.
    func removeOldDrafts() {
        for draft in LocalFolder.names(draftFolder) {
            let path = "\(draftFolder)/\(draft)"
            if let age = LocalFolder.age(path), age > .seconds(3600) { try? LocalFolder.remove(path) }
        }
    }

    private func leaving(_ name: SpoolName, _ leave: () throws -> Void) throws {
        let size = LocalFolder.size(path(name)) ?? 0
        try withLedger { ledger in
            try leave()
            ledger.bytes = max(0, ledger.bytes - Int64(size))
        }
    }
}
