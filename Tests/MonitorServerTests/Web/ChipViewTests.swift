import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct ChipViewTests {
    private func task(
        _ name: String, agent: String?, checks: TrackedTask.Checks? = nil, status: TrackedTask.Status = .active
    ) -> TrackedTask {
        TrackedTask(
            id: .make(), workstreamID: .make(), name: name, status: status, createdAt: JournalFixture.now,
            updatedAt: JournalFixture.now, agent: agent, repository: "acme/shop", branch: "fix", checks: checks)
    }

    private func chip(_ work: TrackedTask, beside forge: TrackedTask) -> ChipView? {
        ChipView(work, pullRequest: PullRequests(in: [forge]).find(for: work))
    }

    @Test(arguments: [
        (TrackedTask.Status.active, "is-fail", "failed"), (.done, "is-pass", "merged"),
        (.cancelled, "is-stop", "closed"),
    ])
    func `an agent's task shows the pull request of its branch and leads to it`(
        status: TrackedTask.Status, cssClass: String, word: String
    ) {
        let forge = task("#482 Fix rounding", agent: "github", status: status)
        let work = task("Fix rounding", agent: "claude-code", checks: .init(state: .failed, name: "test"))
        let found = chip(work, beside: forge)
        #expect(found?.label == "#482" && found?.link == "/tasks/\(forge.id)")
        #expect(found?.cssClass == cssClass && found?.state?.word == word)
    }

    @Test func `without a pull request the check itself is shown, with its page`() {
        let checks = TrackedTask.Checks(state: .running, name: "test", url: "https://ci.example.org/1")
        let found = ChipView(task("Fix", agent: "codex", checks: checks), pullRequest: nil)
        #expect(found?.label == "test" && found?.cssClass == "is-run" && found?.link == "https://ci.example.org/1")
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org"])
    func `an address that opens no page is not linked`(url: String) {
        let checks = TrackedTask.Checks(state: .passed, name: "test", url: url)
        #expect(ChipView(task("Fix", agent: "codex", checks: checks), pullRequest: nil)?.link == nil)
    }

    @Test(arguments: [("#12 Title", "claude-code"), ("Title", "github"), ("#", "github"), ("#1a x", "github")])
    func `other tasks are no pull requests`(name: String, agent: String) {
        #expect(PullRequest(task(name, agent: agent)) == nil)
    }

    @Test func `a task with no check and no pull request has no chip`() {
        #expect(ChipView(task("Fix", agent: "codex"), pullRequest: nil) == nil)
    }
}
