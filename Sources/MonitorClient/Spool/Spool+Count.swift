extension Spool {
    /// What became of deliveries that are not in the queue any more, and were not stored.
    package enum Loss: String, CaseIterable, Sendable {
        /// Too large, or no room.
        case refused
        /// The server will never take it.
        case rejected
        /// The file was no whole delivery.
        case damaged
    }

    /// One byte more in a file: one system call that many processes can make at once.
    package func count(_ loss: Loss) {
        do {
            try add(to: path(loss))
        } catch {
            try? LocalFile.makeFolders(folder)
            try? add(to: path(loss))
        }
    }

    private func add(to path: String) throws { try OpenFile(path, to: .append).write([UInt8(ascii: ".")]) }

    package func count(of loss: Loss) -> Int { LocalFolder.size(path(loss)) ?? 0 }

    private func path(_ loss: Loss) -> String { "\(folder)/\(loss.rawValue)" }
}
