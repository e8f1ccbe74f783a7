package import ArgumentParser
import MonitorClient
import MonitorCore

package struct SpoolStatus: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how much waits, since when, and what was let go.")

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() throws {
        let spool = try SpoolCommands.spool()
        let names = spool.names()
        var status = JSONWriter()
        status.member("folder", spool.folder)
        status.member("count", names.count)
        status.member("bytes", names.reduce(0) { $0 + $1.size })
        if let oldest = names.first { status.member("oldest", oldest.time) }
        status.member("flushing", spool.isBeingFlushed)
        status.member("refused", spool.number(of: .refused))
        status.member("rejected", spool.number(of: .rejected))
        try Output(isQuiet: global.quiet).json(bytes: status.finish())
    }
}
