import Testing

@testable import MonitorCommands

@Suite struct CommandSuggestionTests {
    @Test(arguments: [
        (["update", "manul"], "did you mean `monitor-cli update manual`?"), (["taks", "list"], "`monitor-cli task`?"),
        (["work"], "`monitor-cli workstream`?"),
        (["--server", "x", "task", "--quiet", "lsit"], "`monitor-cli task list`?"),
        (["frobnicate"], "it has workstream, task, update, stream, login"),
        (["task", "delete", "x"], "it has create, list, show, update"),
    ])
    func `a command that does not exist is told with what does`(arguments: [String], expected: String) {
        #expect(CommandSuggestion.message(for: arguments)?.contains(expected) == true)
    }

    @Test(arguments: [[], ["task"], ["task", "list", "extra"], ["--token", "taks", "task", "list"], ["help", "x"]])
    func `words that are all right need no suggestion`(arguments: [String]) {
        #expect(CommandSuggestion.message(for: arguments) == nil)
    }
}
