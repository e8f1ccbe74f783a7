#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The repository, branch and worktree of a folder, read from git's own files: a git process costs more than a hook.
package struct GitCheckout: Equatable, Sendable {
    /// `owner/name` of the remote `origin`, else the name of the main worktree's folder.
    package var repository: String
    /// `nil` where HEAD is detached.
    package var branch: String?
    /// The root folder of the worktree.
    package var worktree: String

    /// More than any HEAD or link, and than a configuration that a hook has time for.
    private static let fileLimit = 256 * 1024

    /// Looks upwards from a folder; `nil` outside of a repository.
    package init?(of folder: String) {
        guard let root = GitCheckout.root(above: folder), let git = GitCheckout.gitFolder(of: root) else { return nil }
        let common = GitCheckout.commonFolder(of: git)
        worktree = root
        branch = GitCheckout.branch(GitCheckout.text("\(git)/HEAD") ?? "")
        let remote = GitCheckout.text("\(common)/config").flatMap(GitCheckout.origin)
        repository = remote.flatMap { GitCheckout.name(ofRemote: $0) } ?? GitCheckout.mainFolderName(common, root)
    }

    private static func root(above folder: String) -> String? {
        var candidate = folder[...]
        while candidate.count > 1, candidate.last == "/" { candidate.removeLast() }
        while candidate.hasPrefix("/") {
            if access("\(candidate)/.git", F_OK) == 0 { return String(candidate) }
            guard let slash = candidate.lastIndex(of: "/"), slash != candidate.startIndex else { return nil }
            candidate = candidate[..<slash]
        }
        return nil
    }

    /// `.git` itself, or where the file of that name points to: a worktree or a submodule.
    private static func gitFolder(of root: String) -> String? {
        guard let link = text("\(root)/.git") else { return "\(root)/.git" }
        guard link.hasPrefix("gitdir:") else { return nil }
        return absolute(link.dropFirst("gitdir:".count), in: root)
    }

    /// Where worktrees keep what they share.
    private static func commonFolder(of git: String) -> String {
        text("\(git)/commondir").map { absolute($0[...], in: git) } ?? git
    }

    private static func absolute(_ path: Substring, in folder: String) -> String {
        let path = String(path).trimmingSpaces
        return path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    private static func branch(_ head: String) -> String? {
        let prefix = "ref: refs/heads/"
        return head.hasPrefix(prefix) ? String(head.dropFirst(prefix.count)).trimmingSpaces : nil
    }

    /// The URL of `origin`, by a look at the lines: includes and the rest of git's syntax do not matter here.
    private static func origin(_ configuration: String) -> String? {
        var isOrigin = false
        for line in configuration.split(whereSeparator: \.isNewline) {
            let words = String(line).trimmingSpaces
            if words.hasPrefix("[") {
                isOrigin = words.hasPrefix("[remote \"origin\"]")
            } else if isOrigin, words.hasPrefix("url"), let sign = words.firstIndex(of: "=") {
                return String(words[words.index(after: sign)...]).trimmingSpaces
            }
        }
        return nil
    }

    /// The path that a URL or an scp-like address has on its host, without `.git`; a local remote has none.
    static func name(ofRemote url: String) -> String? {
        var rest = url[...]
        if let scheme = rest.firstRange(of: "://") {
            guard !rest.hasPrefix("file") else { return nil }
            rest = rest[scheme.upperBound...].drop { $0 != "/" }
        } else if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
            rest = rest[rest.index(after: colon)...]
        } else {
            return nil
        }
        var parts = rest.split(separator: "/").map(String.init)
        if let last = parts.last, last.hasSuffix(".git") { parts[parts.count - 1] = String(last.dropLast(4)) }
        return parts.count > 1 && !parts.contains("") ? parts.joined(separator: "/") : nil
    }

    /// `/src/shop/.git` belongs to `shop`; a submodule's lies deep inside another's, so its own folder names it.
    private static func mainFolderName(_ common: String, _ root: String) -> String {
        let parts = common.split(separator: "/")
        let folder = parts.last == ".git" && !parts.contains("..") ? parts.dropLast().last : nil
        return folder.map(String.init) ?? root.split(separator: "/").last.map(String.init) ?? root
    }

    /// The text of a small file; `nil` where there is none, or a folder.
    private static func text(_ path: String) -> String? {
        guard let content = try? LocalFile.read(path, limit: fileLimit) else { return nil }
        return String(decoding: content, as: UTF8.self)
    }
}
