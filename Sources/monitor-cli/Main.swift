import MonitorCommands

@main
struct Main {
    static func main() async {
        // Before anything else: this is what runs on every tool call of every agent.
        HookCommand.runIfCalled()
        await MonitorCLI.runToEnd()
    }
}
