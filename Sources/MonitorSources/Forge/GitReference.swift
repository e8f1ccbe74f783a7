/// What a full name of a reference stands for.
enum GitReference: Equatable {
    case branch(String)
    case tag(String)
    /// The head or the merge of a pull or merge request.
    case request(Int64)
    case other(String)

    init(_ ref: String) {
        if ref.hasPrefix("refs/heads/") {
            self = .branch(ref.dropFirst(11).branchName)
        } else if ref.hasPrefix("refs/tags/") {
            self = .tag(ref.dropFirst(10).branchName)
        } else if let number = GitReference.requestNumber(ref) {
            self = .request(number)
        } else {
            self = .other(ref.branchName)
        }
    }

    /// As a sentence has it.
    var text: String {
        switch self {
        case .branch(let name), .other(let name): name.line(upTo: 200)
        case .tag(let name): "tag " + name.line(upTo: 200)
        case .request(let number): "request \(number)"
        }
    }

    /// The text with what it names in front.
    var fullText: String {
        if case .branch = self { "branch " + text } else { text }
    }

    var branch: String? {
        if case .branch(let name) = self { name } else { nil }
    }

    /// GitHub's `refs/pull/4/merge`, GitLab's `refs/merge-requests/4/head`.
    private static func requestNumber(_ ref: String) -> Int64? {
        let parts = ref.split(separator: "/")
        guard parts.count > 2, parts[0] == "refs", parts[1] == "pull" || parts[1] == "merge-requests" else {
            return nil
        }
        return Int64(parts[2])
    }
}

extension String {
    /// Whether it is a full SHA-1 or SHA-256 of Git.
    var isObjectName: Bool { (utf8.count == 40 || utf8.count == 64) && allSatisfy(\.isHexDigit) }
}

extension Substring {
    fileprivate var branchName: String { String(self).branchName }
}
