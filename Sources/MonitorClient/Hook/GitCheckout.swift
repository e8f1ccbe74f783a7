/// Where the parts of a checkout are: plain, a linked worktree, or a submodule.
struct GitCheckout {
    /// Deeper than any real folder; a hostile path must not cost a system call for each of its thousands of slashes.
    private static let depthLimit = 100

    let worktree: String
    let head: [UInt8]
    private let gitFolder: String
    private let commonFolder: String?

    static func find(from folder: String) -> GitCheckout? {
        guard folder.utf8.first == UInt8(ascii: "/") else { return nil }
        var folder = FilePath.normalized(folder)
        for _ in 0..<depthLimit {
            if let checkout = GitCheckout(at: folder) { return checkout }
            guard folder != "/" else { return nil }
            folder = FilePath.parent(folder)
        }
        return nil
    }

    private init?(at folder: String) {
        let dotGit = FilePath.join(folder, ".git")
        // One system call for each folder that has no `.git`.
        if let head = SmallFile.read("\(dotGit)/HEAD") {
            gitFolder = dotGit
            commonFolder = nil
            self.head = head
        } else {
            guard let link = SmallFile.line(dotGit), link.hasPrefix("gitdir: ") else { return nil }
            gitFolder = FilePath.resolve(String(link.dropFirst(8)), in: folder)
            guard let head = SmallFile.read("\(gitFolder)/HEAD") else { return nil }
            let common = SmallFile.line("\(gitFolder)/commondir")
            commonFolder = common.map { [gitFolder] in FilePath.resolve($0, in: gitFolder) }
            self.head = head
        }
        worktree = folder
    }

    var config: [UInt8]? { SmallFile.read("\(commonFolder ?? gitFolder)/config") }

    /// The name of the main worktree's folder; of a repository without one, its own name.
    var mainName: String {
        guard let commonFolder else { return FilePath.name(worktree) }
        let name = FilePath.name(commonFolder)
        if name == ".git" { return FilePath.name(FilePath.parent(commonFolder)) }
        return name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    }
}
