import MonitorClient

/// An agent's file as it was read, to be replaced only while it is still the same.
package struct SettingsFile: Sendable {
    /// As the agent names it.
    package let path: String
    /// Where its bytes lie: a link is followed, never replaced.
    package let target: String
    /// `nil` where there is no file.
    package let content: [UInt8]?
    private let mode: UInt32?

    /// Larger than any settings a person or an agent keeps.
    private static let limit = 8 * 1024 * 1024

    package static func read(_ path: String) throws -> SettingsFile {
        guard let target = FileSystem.realPath(path) else {
            if FileSystem.isLink(path) { throw Failure(.local, "\(path) is a link to a file that is not there") }
            return SettingsFile(path: path, target: path, content: nil, mode: nil)
        }
        guard let content = try LocalFile.read(target, limit: limit + 1) else {
            return SettingsFile(path: path, target: path, content: nil, mode: nil)
        }
        guard content.count <= limit else { throw Failure(.local, "\(path) is larger than 8 MiB") }
        let mode = FileSystem.mode(target).map { $0 & 0o7777 }
        return SettingsFile(path: path, target: target, content: content, mode: mode)
    }

    /// Puts `content` in place, or removes the file where it is `nil`; throws `Changed` where somebody else wrote
    /// since.
    package func replace(with content: [UInt8]?, scope: HookScope) throws {
        try demandWritable()
        if self.content == nil { try FileReplacement.makeFolders(folder, mode: scope == .user ? 0o700 : 0o755) }
        guard try SettingsFile.read(path).content == self.content else { throw Changed() }
        guard let content else { return try FileReplacement.remove(target) }
        try FileReplacement.replace(target, with: content, mode: mode ?? (scope == .project ? 0o644 : 0o600))
    }

    /// The file changed between reading and writing.
    package struct Changed: Error {}

    private var folder: String { target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "." }

    /// A file that its owner has made read-only is meant to stay; renaming over it would not ask.
    private func demandWritable() throws {
        guard let mode, mode & 0o222 == 0 else { return }
        throw Failure(.local, "\(path) is read-only; make it writable first (chmod u+w)")
    }
}
