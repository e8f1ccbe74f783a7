import MonitorCore

/// What GitHub sends about a branch of the demo.
struct DemoForge {
    let repository: String
    let branch: String

    func pullRequest(_ number: Int, _ title: String, by author: String, minutesAgo: Double) -> DemoStep {
        var head = JSONWriter()
        head.member("ref", branch)
        var request = JSONWriter()
        request.member("number", number)
        request.member("title", title)
        request.member("state", "open")
        request.member("html_url", "https://github.com/\(repository)/pull/\(number)")
        request.member("user", json: DemoForge.object("login", author))
        request.member("head", json: head.finish())
        return delivery("pull_request", action: "opened", minutesAgo) { json in
            json.member("number", number)
            json.member("pull_request", json: request.finish())
            json.member("sender", json: DemoForge.object("login", author))
        }
    }

    /// A run of the checks: under way where it has no conclusion.
    func run(_ number: Int, _ conclusion: String?, minutesAgo: Double) -> DemoStep {
        var run = JSONWriter()
        run.member("id", 7_000 + number)
        run.member("name", "CI")
        run.member("run_number", number)
        run.member("run_attempt", 1)
        run.member("event", "push")
        run.member("head_branch", branch)
        run.member("status", conclusion == nil ? "in_progress" : "completed")
        run.member("conclusion", conclusion)
        run.member("html_url", "https://github.com/\(repository)/actions/runs/\(7_000 + number)")
        return delivery("workflow_run", action: conclusion == nil ? "in_progress" : "completed", minutesAgo) { json in
            json.member("workflow_run", json: run.finish())
            json.member("sender", json: DemoForge.object("login", "ada"))
        }
    }

    private func delivery(
        _ event: String, action: String, _ minutesAgo: Double, _ members: (inout JSONWriter) -> Void
    ) -> DemoStep {
        var json = JSONWriter()
        json.member("action", action)
        json.member("repository", json: DemoForge.object("full_name", repository))
        members(&json)
        return DemoStep(
            minutesAgo: minutesAgo, session: "",
            content: .delivery(source: "github", headers: ["x-github-event": event], body: json.finish()))
    }

    private static func object(_ key: StaticString, _ value: String) -> [UInt8] {
        var json = JSONWriter()
        json.member(key, value)
        return json.finish()
    }
}
