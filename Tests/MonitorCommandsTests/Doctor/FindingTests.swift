import MonitorCore
import Testing

@testable import MonitorCommands

@Suite struct FindingTests {
    @Test func `a finding is a line, with its fix below it`() {
        #expect(Finding("clock", .ok, "agrees").text == "ok:      clock: agrees")
        #expect(
            Finding("server", .fault, "gone", fix: "start it").text == "fault:   server: gone\n         start it")
        #expect(
            String(decoding: Finding("s", .warning, "d").json, as: UTF8.self)
                == #"{"subject":"s","verdict":"warning","detail":"d"}"#)
    }

    @Test func `sources that were heard of are told, with what was refused`() throws {
        let text = #"""
            {"items":[{"name":"codex","refused":0},
            {"name":"claude-code","last_delivery_at":"2026-11-24T10:00:00Z","refused":0},
            {"name":"github","last_delivery_at":"2026-11-21T10:00:00Z","refused":2},{"name":"gitlab","refused":1}]}
            """#
        let now = try #require(Timestamp(rfc3339: "2026-11-24T10:05:00Z"))
        let findings = ServerExamination.deliveries(try JSONDocument(parsing: Array(text.utf8)).value, now: now)
        #expect(findings.map(\.subject) == ["source claude-code", "source github", "source gitlab"])
        #expect(findings.map(\.verdict) == [.ok, .warning, .warning])
        #expect(
            findings.map { $0.detail.prefix(22) } == [
                "last delivery 5 min ag", "last delivery 3 days a", "nothing was stored yet",
            ])
    }

    @Test func `hooks that are old, off or broken are faults with a fix`() {
        var status = HookStatus(agent: "codex", scope: .user, file: "/home/dana/.codex/hooks.json")
        status.installed = true
        #expect(HookExamination.finding(status).verdict == .ok)
        status.staleEvents = ["Stop"]
        #expect(HookExamination.finding(status).fix == "`monitor-cli hooks install codex --scope user`")
        status.disabledBy = "disableAllHooks"
        #expect(HookExamination.finding(status).detail.contains("disableAllHooks"))
        status.problem = "line 3: no JSON"
        #expect(HookExamination.finding(status).detail == "line 3: no JSON")
        #expect(HookExamination.finding(status).verdict == .fault)
    }
}
