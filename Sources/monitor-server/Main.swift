import ArgumentParser
import MonitorServer

@main
struct Main {
    static func main() async { await ServerCommand.main() }
}
