import MonitorCommands
import Testing

@Suite struct ShellWordsTests {
    @Test(arguments: [
        ("/usr/bin/monitor-cli", "/usr/bin/monitor-cli"), ("/a b/c", "'/a b/c'"), ("it's", #"'it'\''s'"#), ("", "''"),
        ("$(x)", "'$(x)'"), ("é", "'é'"), ("~/x", "'~/x'"),
    ]) func `a word is quoted where the shell would read more into it`(word: String, quoted: String) {
        #expect(ShellWords.quoted(word) == quoted)
        #expect(ShellWords.split(quoted) == [word])
    }

    @Test(arguments: [
        ("a  b\tc", ["a", "b", "c"]), (#"'a b'\''c' "d \" e"f"#, ["a b'c", #"d " ef"#]), ("", []), (" ", []),
        (#"a\ b"#, ["a b"]), ("'open", ["open"]), (#"end\"#, ["end"]), ("'' x", ["", "x"]),
        ("a || true", ["a", "||", "true"]),
    ]) func `a line is split as a shell does`(line: String, words: [String]) {
        #expect(ShellWords.split(line) == words)
    }
}
