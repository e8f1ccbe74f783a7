package import ArgumentParser
package import MonitorClient
import MonitorCore

package struct SpoolFlush: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "flush",
        abstract: "Send now what waits to be sent.",
        discussion:
            "Each delivery goes to the server that it was meant for, oldest first, with the time when it happened."
    )

    @Flag(help: ArgumentHelp("As hooks start it: wait a minute for the server.", visibility: .hidden))
    package var detached = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run() async throws {
        let environment = Environment.process
        if detached { leaveWorkingFolder() }
        let spool = try Spool.ofEnvironment(environment)
        let flusher = SpoolFlusher(spool, clients: try clients(environment), patience: detached ? .seconds(60) : .zero)
        // By hand, another flusher that is just waiting for the server gets the time to notice that it is back.
        let report = try await flusher.run(lockWait: detached ? .milliseconds(200) : .seconds(5))
        let left = spool.queue().count
        try Output(isQuiet: global.quiet || detached).json(bytes: SpoolFlush.json(report, left: left))
        if let failure = SpoolFlush.failure(report, left: left) { throw failure }
    }

    private func clients(_ environment: Environment) throws -> FlushClients {
        let login = { try LoginFile.read(LoginFile.path(environment)) }
        let own = Result {
            try Settings.resolve(
                serverFlag: global.server, tokenFlag: global.token, environment: environment, loginFile: login)
        }
        // A person wants to know about a mistake; deliveries that know their server need no setting.
        return FlushClients(own: detached ? try? own.get() : try own.get(), login: try? login())
    }

    package static func json(_ report: FlushReport, left: Int) -> [UInt8] {
        var writer = JSONWriter()
        writer.member("sent", report.sent)
        writer.member("rejected", report.rejected)
        writer.member("damaged", report.damaged)
        writer.member("left", left)
        return writer.finish()
    }

    /// `nil` when nothing is left to send.
    package static func failure(_ report: FlushReport, left: Int) -> Failure? {
        if left == 0 { return nil }
        switch report.problem {
        case .unreachable(let message): return Failure(.unreachable, message)
        case .refused(let message): return Failure(.refused, message)
        case .local(let message): return Failure(.local, message)
        case nil:
            return report.isElsewhere
                ? Failure(.unreachable, "another flusher is at work, and the server does not take what is left yet")
                : nil
        }
    }
}
