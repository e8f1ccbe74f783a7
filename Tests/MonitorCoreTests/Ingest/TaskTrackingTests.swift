import MonitorCore
import Testing

/// Events of a session in their order, and what the task then shows.
@Suite struct TaskTrackingTests {
    struct Story: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [SessionSignal]
        let state: TrackedTask.AgentState?
        let attention: TrackedTask.Attention.Reason?
        let line: Int

        var testDescription: String { name }

        init(
            _ name: String, _ events: [SessionSignal], _ state: TrackedTask.AgentState?,
            _ attention: TrackedTask.Attention.Reason? = nil, line: Int = #line
        ) {
            (self.name, self.events, self.state, self.attention, self.line) = (name, events, state, attention, line)
        }
    }

    static func main(_ meaning: SessionSignal.Meaning) -> SessionSignal {
        SessionSignal(session: "s", meaning: meaning)
    }

    static func sub(_ meaning: SessionSignal.Meaning) -> SessionSignal {
        SessionSignal(session: "s", subagent: "a", meaning: meaning)
    }

    static func use(_ id: String?, _ fingerprint: String = "Bash#1") -> SessionSignal.ToolUse {
        SessionSignal.ToolUse(id: id, fingerprint: fingerprint)
    }

    static func permission(_ use: SessionSignal.ToolUse? = use(nil)) -> SessionSignal.Meaning {
        .asked(SessionSignal.Question(reason: .permission, message: "Bash: rm", toolUse: use))
    }

    static let reminder = SessionSignal.Meaning.reminded(.init(reason: .permission, message: "needs you"))
    static let idle = SessionSignal.Meaning.turnEnded(hasBackgroundWork: false)

    static let life: [Story] = [
        Story("a session that starts is idle", [main(.sessionStarted)], .idle),
        Story("a prompt makes it work", [main(.sessionStarted), main(.working)], .working),
        Story("a turn's end makes it idle", [main(.working), main(idle)], .idle),
        Story("background work goes on", [main(.working), main(.turnEnded(hasBackgroundWork: true))], .working),
        Story("a turn that breaks off needs somebody", [main(.working), main(.failed("rate_limit"))], .failed, .error),
        Story("the next prompt ends that need", [main(.failed("x")), main(.working)], .working),
        Story("a session ends", [main(.working), main(.sessionEnded)], .ended),
        Story(
            "what comes late does not open it", [main(.sessionEnded), main(.toolEnded(use("1"))), main(idle)], .ended),
        Story("a late reminder does not either", [main(.sessionEnded), main(reminder)], .ended),
        Story("a session that is resumed is open", [main(.sessionEnded), main(.sessionStarted)], .idle),
        Story("an idle prompt is no wait", [main(.working), main(.idle)], .idle),
        Story("noise says nothing", [main(.alive)], nil),
        Story("the end of a tool alone is work", [main(.toolEnded(use("1")))], .working),
        Story(
            "a call that ends after its turn does not wake the agent",
            [main(.toolStarted(use("1"))), main(idle), main(.toolEnded(use("1")))], .idle),
        Story(
            "a call of a new turn does", [main(.toolStarted(use("1"))), main(idle), main(.toolEnded(use("2")))],
            .working),
    ]

    static let waits: [Story] = [
        Story("a permission holds the agent", [main(.working), main(permission())], .waiting, .permission),
        Story("the tool's end clears it", [main(permission()), main(.toolEnded(use("1")))], .working),
        Story(
            "so does the next call, as a denied tool has no end",
            [main(permission()), main(.toolStarted(use("2", "Read#2")))], .working),
        Story(
            "the start of its own call does not, which may come late",
            [main(permission()), main(.toolStarted(use("1")))], .waiting, .permission),
        Story(
            "the end of a call beside it does not",
            [main(.toolStarted(use("9", "Read#9"))), main(permission()), main(.toolEnded(use("9", "Read#9")))],
            .waiting, .permission),
        Story("a turn's end clears it", [main(permission()), main(idle)], .idle),
        Story("an idle prompt clears it", [main(permission()), main(.idle)], .idle),
        Story(
            "a dialog stays open while the agent idles",
            [main(.asked(.init(reason: .question, message: "Which?"))), main(.idle)], .waiting, .question),
        Story("a reminder alone is a wait", [main(reminder)], .waiting, .permission),
        Story("a subagent's wait is the task's", [sub(permission())], .waiting, .permission),
        Story("the main agent's work does not clear it", [sub(permission()), main(.working)], .waiting, .permission),
        Story("its own does", [sub(permission()), sub(.toolEnded(use("1")))], .working),
        Story("its end does", [main(.working), sub(permission()), sub(.subagentEnded)], .working),
        Story(
            "of two waits one is left", [main(permission()), sub(permission(use(nil, "Read#2"))), main(.working)],
            .waiting, .permission),
    ]

    @Test(arguments: life + waits) func `events in their order make the state`(_ story: Story) {
        var tracking = TaskTracking()
        for (index, event) in story.events.enumerated() {
            tracking.apply(event, at: Timestamp(microseconds: Int64(index)))
        }
        #expect(tracking.agentState == story.state)
        #expect(tracking.attention?.reason == story.attention)
        #expect(TaskTracking(RawJSON(minified: tracking.json).value) == tracking)
    }

    @Test func `a reminder of a known wait changes nothing, and the oldest is shown`() {
        var tracking = TaskTracking()
        tracking.apply(Self.main(Self.permission()), at: Timestamp(microseconds: 1))
        tracking.apply(Self.main(Self.reminder), at: Timestamp(microseconds: 2))
        tracking.apply(Self.sub(.asked(.init(reason: .question, message: "Which?"))), at: Timestamp(microseconds: 3))
        #expect(tracking.waits.count == 2)
        #expect(tracking.attention?.since == Timestamp(microseconds: 1))
        tracking.dismissWaits()
        #expect(tracking.attention == nil)
        #expect(tracking.agentState == .waiting)
        tracking.apply(Self.main(Self.reminder), at: Timestamp(microseconds: 4))
        #expect(tracking.attention == nil)
    }

    @Test func `calls and waits are bounded`() {
        var tracking = TaskTracking()
        for index in 0..<1_000 {
            tracking.apply(Self.main(.toolStarted(Self.use("\(index)", "f\(index)"))), at: Timestamp(microseconds: 0))
            let signal = SessionSignal(session: "\(index)", meaning: Self.permission(Self.use(nil, "g\(index)")))
            tracking.apply(signal, at: Timestamp(microseconds: 0))
        }
        #expect(tracking.calls.count == 64)
        #expect(tracking.calls.last == "999")
        #expect(tracking.waits.count == 64)
    }
}
