import MonitorClient
import Testing

@Suite struct GitFactsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func facts(_ place: String) -> GitFacts? { GitFacts.read(from: "\(folder.path)/\(place)") }

    private func config(_ url: String) -> String { "[core]\n\tbare = false\n[remote \"origin\"]\n\turl = \(url)\n" }

    @Test func `a plain repository tells its remote, its branch and its root`() throws {
        try folder.write("ref: refs/heads/feature/x\n", to: "repo/.git/HEAD")
        try folder.write(config("git@github.com:ada/engine.git"), to: "repo/.git/config")
        try folder.write("", to: "repo/Sources/a/b")
        let expected = GitFacts(
            repository: "ada/engine", branch: "feature/x", worktree: "\(folder.path)/repo")
        for place in ["repo", "repo/", "repo/Sources/a", "repo/Sources/../Sources//a/.", "repo/no/such/folder"] {
            #expect(facts(place) == expected, "\(place)")
        }
    }

    @Test func `a linked worktree has its own branch and the main one's remote`() throws {
        try folder.write("ref: refs/heads/main\n", to: "main/.git/HEAD")
        try folder.write(config("https://example.org/a/b"), to: "main/.git/config")
        try folder.write("ref: refs/heads/fix\n", to: "main/.git/worktrees/wt/HEAD")
        try folder.write("../..\n", to: "main/.git/worktrees/wt/commondir")
        try folder.write("gitdir: \(folder.path)/main/.git/worktrees/wt\n", to: "wt/.git")
        #expect(facts("wt") == GitFacts(repository: "a/b", branch: "fix", worktree: "\(folder.path)/wt"))
        try folder.write("[core]\n", to: "main/.git/config")
        #expect(facts("wt")?.repository == "main")
    }

    @Test func `a worktree of a bare repository is named by it`() throws {
        try folder.write("", to: "engine.git/config")
        try folder.write("ref: refs/heads/fix\n", to: "engine.git/worktrees/wt/HEAD")
        try folder.write("../..\n", to: "engine.git/worktrees/wt/commondir")
        try folder.write("gitdir: ../engine.git/worktrees/wt\n", to: "wt/.git")
        #expect(facts("wt")?.repository == "engine")
    }

    @Test func `a submodule is a repository of its own`() throws {
        try folder.write("ref: refs/heads/main\n", to: "super/.git/HEAD")
        try folder.write(config("https://example.org/a/super"), to: "super/.git/config")
        try folder.write("0123456789012345678901234567890123456789\n", to: "super/.git/modules/lib/HEAD")
        try folder.write(config("https://example.org/a/lib.git"), to: "super/.git/modules/lib/config")
        try folder.write("gitdir: ../../.git/modules/lib\n", to: "super/deps/lib/.git")
        let expected = GitFacts(repository: "a/lib", branch: nil, worktree: "\(folder.path)/super/deps/lib")
        #expect(facts("super/deps/lib") == expected)
        try folder.write("", to: "super/.git/modules/lib/config")
        #expect(facts("super/deps/lib")?.repository == "lib")
    }

    @Test(arguments: [
        "0123456789012345678901234567890123456789\n", "ref: refs/remotes/origin/x\n", "ref: refs/heads/.invalid\n", "",
        "\u{0}\u{1}",
    ])
    func `a HEAD that names no branch is none`(head: String) throws {
        try folder.write(head, to: "repo/.git/HEAD")
        #expect(facts("repo") == GitFacts(repository: "repo", branch: nil, worktree: "\(folder.path)/repo"))
    }

    @Test func `a branch in packed references is read from HEAD all the same`() throws {
        try folder.write("ref: refs/heads/ünï\r\n", to: "repo/.git/HEAD")
        try folder.write("# pack-refs\n0123 refs/heads/ünï\n", to: "repo/.git/packed-refs")
        #expect(facts("repo")?.branch == "ünï")
    }

    @Test(arguments: [
        "[remote \"origin\"]\r\n\turl = https://h/a/b.git\r\n",
        "[remote \"origin\"] ; comment\n  URL=https://h/a/b # comment\n",
        "[REMOTE   \"origin\"]\nfetch = x\nurl = \"https://h/a/b\"\nurl = https://h/second/one\n",
        "[remote \"Origin\"]\nurl = https://h/no/no\n[remote \"origin\"]\n# url = https://h/no/no\nurl = https://h/a/b\n",
    ])
    func `git's own spellings of the configuration are understood`(config: String) throws {
        try folder.write("ref: refs/heads/main\n", to: "repo/.git/HEAD")
        try folder.write(config, to: "repo/.git/config")
        #expect(facts("repo")?.repository == "a/b")
    }

    @Test(arguments: [
        "", "[remote \"upstream\"]\nurl = https://h/a/b\n", "[remote \"origin\"]\nurl =\n", "url = https://h/a/b\n",
        "\u{0}\u{1}[[[]]]=\n=\n[remote \"origin\"", String(repeating: "x = y\n", count: 200_000),
    ])
    func `without a remote it is the folder's name`(config: String) throws {
        try folder.write("ref: refs/heads/main\n", to: "repo/.git/HEAD")
        try folder.write(config, to: "repo/.git/config")
        #expect(facts("repo")?.repository == "repo")
    }

    @Test(
        arguments: [
            ("https://github.com/ada/engine.git", "ada/engine"), ("https://user:se@cret@host:8443/a/b/", "a/b"),
            ("ssh://git@host:22/a/b.git", "a/b"), ("git@host:a/b.git", "a/b"), ("host:b.git", "b"),
            ("git@gitlab.com:group/sub/deep/name.git", "group/sub/deep/name"), ("git@[::1]:a/b.git", "a/b"),
            ("/srv/git/b.git", "repo"), ("../b.git", "repo"), ("file:///srv/b.git", "repo"), ("C:\\git\\b", "repo"),
            ("c:/git/b", "repo"), ("https://host", "repo"), ("https://host/", "repo"), ("git@host:", "repo"),
        ])
    func `a remote's URL gives owner and name, and no secret`(url: String, expected: String) throws {
        try folder.write("ref: refs/heads/main\n", to: "repo/.git/HEAD")
        try folder.write(config(url.replacing("\\", with: "\\\\")), to: "repo/.git/config")
        #expect(facts("repo")?.repository == expected)
    }

    @Test(arguments: ["gitdir: nowhere\n", "gitdir: \n", "hello", ""])
    func `a file that leads nowhere is passed over`(link: String) throws {
        try folder.write("ref: refs/heads/main\n", to: "repo/.git/HEAD")
        try folder.write(link, to: "repo/sub/.git")
        #expect(facts("repo/sub")?.worktree == "\(folder.path)/repo")
    }

    @Test(arguments: ["relative/folder", "", "/no/such/folder/anywhere", String(repeating: "/a", count: 5000)])
    func `outside of a repository there is nothing to tell`(place: String) {
        #expect(GitFacts.read(from: place) == nil)
    }
}
