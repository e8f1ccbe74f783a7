import MonitorCore
import MonitorSources
import Mustache

/// What a pull request or a check has come to, in one small word.
struct ChipView: MustacheParent {
    var icon: String?
    var label = ""
    var state: StatusView?
    let cssClass: String
    var link: String?

    func child(named name: String) -> Any? {
        switch name {
        case "icon": icon.orAbsent
        case "label": label
        case "state": state.orAbsent
        case "cssClass": cssClass
        case "link": link.orAbsent
        default: nil
        }
    }
}

extension ChipView {
    /// The checks of a task's branch, under the number of their pull request where that is known.
    init?(_ task: TrackedTask, pullRequest: PullRequest?) {
        if let pullRequest, pullRequest.taskID != task.id {
            let (state, cssClass) = pullRequest.outcome ?? ChipView.outcome(task.checks?.state)
            self.init(
                icon: "i-pr", label: pullRequest.number, state: state, cssClass: cssClass,
                link: "/tasks/\(pullRequest.taskID)")
        } else if let checks = task.checks {
            self.init(checks)
        } else {
            return nil
        }
    }

    /// The check that says how those of a branch stand, and the way to its page.
    init(_ checks: TrackedTask.Checks) {
        let (state, cssClass) = ChipView.outcome(checks.state)
        self.init(
            icon: "i-ci", label: checks.name.cut(24), state: state, cssClass: cssClass,
            link: checks.url.flatMap(ChipView.webLink))
    }

    /// One run of a check under a heading that names it, and the way to its page.
    init(_ check: CheckRecord) {
        let (state, cssClass) = ChipView.outcome(check.state)
        self.init(state: state, cssClass: cssClass, link: check.url.flatMap(ChipView.webLink))
    }

    /// A pull request as a forge's adapter keeps it; `nil` where it has no number.
    init?(pullRequest data: RawJSON?) {
        guard let fields = data?.value.object, let number = fields["number"]?.int else { return nil }
        self.init(
            icon: "i-pr", label: "#\(number)", cssClass: "is-open",
            link: fields["url"]?.string.flatMap(ChipView.webLink))
    }

    private static func outcome(_ state: CheckRun.State?) -> (StatusView?, String) {
        switch state {
        case .running: (StatusView(.working, word: "running"), "is-run")
        case .passed: (StatusView(.done, word: "passed"), "is-pass")
        case .failed: (StatusView(.failed, word: "failed"), "is-fail")
        case .stopped: (StatusView(.cancelled, word: "stopped"), "is-stop")
        case nil: (nil, "is-open")
        }
    }

    /// Addresses come from deliveries: only those that open a page are linked.
    static func webLink(_ url: String) -> String? {
        url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
    }
}
