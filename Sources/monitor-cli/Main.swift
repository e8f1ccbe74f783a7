import MonitorCommands

@main
struct Main {
    static func main() async {
        await MonitorCLI.runToEnd()
    }
}
