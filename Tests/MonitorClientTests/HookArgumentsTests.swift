import MonitorClient
import Testing

@Suite struct HookArgumentsTests {
    @Test func `a source and its options are read in any order and both spellings`() throws {
        let options = ["--server", "http://h:1", "--token=t=1", "--task", "a", "--workstream=b", "--quiet"]
        for line in [["hook", "codex"] + options, options + ["hook", "codex"], ["hook"] + options + ["codex"]] {
            let arguments = try #require(HookArguments(line))
            #expect(arguments.source == "codex" && arguments.server == "http://h:1" && arguments.token == "t=1")
            #expect(arguments.task == "a" && arguments.workstream == "b" && arguments.isQuiet)
            #expect(arguments.payload == nil)
        }
    }

    @Test func `a last argument that is an object is the event`() throws {
        let arguments = try #require(HookArguments(["hook", "codex", "--task", "a", "{\"type\":\"--help\"}"]))
        #expect(arguments.payload == "{\"type\":\"--help\"}" && arguments.task == "a")
    }

    @Test(arguments: [
        ["hook", "x", "--new-flag"], ["hook", "--new-flag", "x"], ["hook", "x", "more", "words"], ["hook", "x", "--"],
        ["hook", "x", "--task"], ["hook", "x", "--task="],
    ])
    func `what is unknown or incomplete is ignored`(line: [String]) throws {
        let arguments = try #require(HookArguments(line))
        #expect(arguments.source == "x" && arguments.task == nil)
    }

    @Test(arguments: [["hook"], ["hook", "--task", "a"], ["--quiet", "hook"]])
    func `without a source it is a hook all the same`(line: [String]) throws {
        #expect(try #require(HookArguments(line)).source == nil)
    }

    @Test(arguments: [
        [], ["task", "hook"], ["help", "hook"], ["hook", "--help"], ["hook", "x", "-h"], ["--help", "hook"],
        ["--server"],
        ["{}"],
    ])
    func `other commands and calls for help are none`(line: [String]) {
        #expect(HookArguments(line) == nil)
    }
}
