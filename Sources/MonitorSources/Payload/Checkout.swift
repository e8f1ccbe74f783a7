import MonitorCore

/// Where an agent works: what the CLI's headers say, else as far as the folder's name tells.
struct Checkout {
    /// `owner/name` where the repository has a remote, else the name of its folder.
    let repository: String?
    let branch: String?
    let worktree: String?
    let host: String?

    init(_ delivery: Delivery, folder: String?) {
        let header = { (name: String) in Checkout.value(of: delivery.headers["x-monitor-\(name)"]) }
        repository =
            header("repo").flatMap(Checkout.repositoryName)
            ?? folder.flatMap(Checkout.folderName)?.line(upTo: Limits.nameLength)
        branch = header("branch")
        worktree = header("worktree") ?? folder
        host = header("host")
    }

    /// Header values are ASCII; the CLI percent-encodes what is not.
    private static func value(of header: String?) -> String? {
        guard let text = header?.removingPercentEscapes.line(upTo: Limits.nameLength), !text.isEmpty else { return nil }
        return text
    }

    /// `owner/name` of a URL or an scp-like address, the last part of a path, or the text as it is.
    static func repositoryName(_ text: String) -> String? {
        var parts = text.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        if let end = parts.last, end.hasSuffix(".git") { parts[parts.count - 1] = String(end.dropLast(4)) }
        if text.hasPrefix("/") || text.hasPrefix("~") { parts = parts.suffix(1) }
        if let scheme = parts.first, scheme.hasSuffix(":") { parts = Array(parts.dropFirst(2)) }
        if let host = parts.first, let colon = host.lastIndex(of: ":") {
            parts[0] = String(host[host.index(after: colon)...])
        }
        let name = parts.filter { !$0.isEmpty }.joined(separator: "/")
        return name.isEmpty ? nil : name
    }

    /// The repository's folder: a worktree that an agent made lies inside or under the name of its repository.
    static func folderName(_ path: String) -> String? {
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
        guard let mark = parts.firstIndex(of: "worktrees"), mark > 0, mark + 1 < parts.count else { return parts.last }
        switch parts[mark - 1] {
        case ".claude" where mark > 1: return parts[mark - 2]
        case ".cursor": return parts[mark + 1]
        default: return parts.last
        }
    }
}

extension String {
    /// The text with `%C3%A9` and its like as what they stand for; an escape that is none stays.
    var removingPercentEscapes: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(\.hexDigitValue)
            guard byte == UInt8(ascii: "%"), digits.count == 2 else {
                bytes.append(byte)
                continue
            }
            bytes.append(digits[0] << 4 | digits[1])
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
