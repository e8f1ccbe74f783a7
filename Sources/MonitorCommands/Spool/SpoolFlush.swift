package import ArgumentParser
import MonitorClient
import MonitorCore

package struct SpoolFlush: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "flush", abstract: "Send what waits, oldest first, and say how much was sent and is left.")

    /// As a hook starts it: loose from the agent, silent, and patient for a while.
    @Flag(help: .hidden) package var detached = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    /// How long a detached flusher waits for a server to come back; the next hook starts another.
    private static let patience = Duration.seconds(60)

    package init() {}

    package func run(in session: Session) async throws {
        if detached { detachProcess() }
        let spool = try SpoolCommands.spool()
        let report = await SpoolFlusher(spool: spool, client: session.client)
            .flush(patience: detached ? SpoolFlush.patience : .zero)
        var answer = JSONWriter()
        answer.member("sent", report.sent)
        answer.member("rejected", report.rejected)
        answer.member("left", spool.names().count)
        try session.output.json(bytes: answer.finish())
        if report.isLocked { throw Failure(.local, "another process is sending the spool") }
        if let problem = report.problem { throw Failure(.unreachable, problem) }
    }
}
