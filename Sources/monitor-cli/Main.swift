import Dispatch
import MonitorCommands

/// Not `async`, so that a hook ends before the concurrency runtime begins.
@main
struct Main {
    static func main() {
        MonitorCLI.runHookToEnd()
        // What the compiler makes of an `async` main; the command ends the process.
        Task { await MonitorCLI.runToEnd() }
        dispatchMain()
    }
}
