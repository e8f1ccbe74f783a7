package import ArgumentParser
import MonitorClient

package struct DoctorCommand: ServerCommand {
    package static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what keeps agents from being seen, and say how to mend it.",
        discussion: """
            Looks at the server, the token, the clock, the database, the sources, the hooks of each agent and the spool. \
            The exit status is \(ExitStatus.local.rawValue) where there is a fault; a warning is none. With --json each \
            finding is one line: {"subject": ..., "verdict": ok|warning|fault, "detail": ..., "fix": ...}.
            """)

    @Flag(help: "One JSON object a line instead of text.")
    package var json = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func run(in session: Session) async throws {
        var faults = 0
        let findings =
            await ServerExamination(client: session.client).findings() + hookFindings(session.environment)
            + SpoolExamination.findings(session.environment)
        for finding in findings {
            if json { try session.output.json(bytes: finding.json) } else { try session.output.text(finding.text) }
            if finding.verdict == .fault { faults += 1 }
        }
        if faults > 0 { throw Failure(.local, faults == 1 ? "there is a fault" : "there are \(faults) faults") }
    }

    private func hookFindings(_ environment: Environment) -> [Finding] {
        do {
            let working = try FileSystem.currentFolder()
            let binary = try BinaryPath.resolve(
                nil, startedAs: CommandLine.arguments.first ?? HookOwnership.program, environment, folder: working)
            return HookExamination(
                environment: environment, folder: FileSystem.repository(of: working), binary: binary
            ).findings()
        } catch {
            return [Finding("hooks", .fault, Failure(error)?.message ?? "\(error)")]
        }
    }
}
