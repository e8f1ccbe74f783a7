import ArgumentParser
import MonitorClient
import MonitorCommands
import MonitorCore
import Testing

@Suite struct SpoolCommandTests {
    private func json(_ bytes: [UInt8]) throws -> JSONValue { try JSONDocument(parsing: bytes).value }

    @Test func `the status of a spool that is not there is all zeros`() throws {
        let spool = Spool(folder: "/no/such/folder", limit: 7)
        let status = try json(SpoolStatus.json(spool.summary()))
        #expect(status["folder"]?.string == "/no/such/folder" && status["limit"]?.int == 7)
        for name in ["count", "bytes", "refused", "rejected", "damaged"] { #expect(status[name]?.int == 0) }
        #expect(status["oldest"] == nil && status["flusher_running"]?.bool == false)
    }

    @Test(arguments: [
        (FlushProblem.unreachable("m"), Failure(.unreachable, "m")), (.refused("m"), Failure(.refused, "m")),
        (.local("m"), Failure(.local, "m")),
    ])
    func `what is left decides how a flush ends`(problem: FlushProblem, failure: Failure) throws {
        var report = FlushReport()
        report.sent = 3
        report.problem = problem
        #expect(SpoolFlush.failure(report, left: 2) == failure)
        #expect(SpoolFlush.failure(report, left: 0) == nil)
        let json = try json(SpoolFlush.json(report, left: 2))
        #expect(json["sent"]?.int == 3 && json["left"]?.int == 2 && json["rejected"]?.int == 0)
    }

    @Test func `a flush beside another flusher that does not end tells so`() {
        var report = FlushReport()
        report.isElsewhere = true
        #expect(SpoolFlush.failure(report, left: 1)?.status == .unreachable)
        #expect(SpoolFlush.failure(report, left: 0) == nil)
    }

    @Test func `hook and spool stand in the help, and a hook's own help is no hook`() throws {
        let help = MonitorCLI.helpMessage()
        #expect(help.contains("hook") && help.contains("spool"))
        #expect(HookArguments(["hook", "--help"]) == nil)
        #expect(MonitorCLI.helpMessage(for: HookCommand.self).contains("--task"))
    }

    @Test func `the flag of the detached flusher is not shown`() throws {
        #expect(try #require(try MonitorCLI.parseAsRoot(["spool", "flush", "--detached"]) as? SpoolFlush).detached)
        #expect(!MonitorCLI.helpMessage(for: SpoolFlush.self).contains("--detached"))
    }
}
