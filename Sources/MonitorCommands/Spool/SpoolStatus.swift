package import ArgumentParser
package import MonitorClient
import MonitorCore

package struct SpoolStatus: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show what waits to be sent, and what was lost.")

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() throws {
        let summary = try Spool.ofEnvironment(.process).summary()
        try Output(isQuiet: global.quiet).json(bytes: SpoolStatus.json(summary))
    }

    package static func json(_ summary: SpoolSummary) -> [UInt8] {
        var writer = JSONWriter()
        writer.member("folder", summary.folder)
        writer.member("count", summary.count)
        writer.member("bytes", summary.bytes)
        writer.member("limit", summary.limit)
        if let oldest = summary.oldest { writer.member("oldest", oldest) }
        writer.member("refused", summary.losses[.refused] ?? 0)
        writer.member("rejected", summary.losses[.rejected] ?? 0)
        writer.member("damaged", summary.losses[.damaged] ?? 0)
        writer.member("flusher_running", summary.hasFlusher)
        return writer.finish()
    }
}

extension Spool {
    static func ofEnvironment(_ environment: Environment) throws -> Spool {
        guard let spool = Spool(environment) else {
            throw Failure(.local, "there is no home folder to keep a spool in; set HOME or XDG_STATE_HOME")
        }
        return spool
    }
}
