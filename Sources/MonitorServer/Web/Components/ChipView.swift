import MonitorCore
import Mustache

/// What a pull request or a check has come to, in one small word.
struct ChipView: MustacheParent {
    let icon: String
    let label: String
    let state: StatusView?
    let cssClass: String
    var link: String?

    func child(named name: String) -> Any? {
        switch name {
        case "icon": icon
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
            let (state, cssClass) = pullRequest.outcome ?? ChipView.outcome(task.checks)
            self.init(
                icon: "i-pr", label: pullRequest.number, state: state, cssClass: cssClass,
                link: "/tasks/\(pullRequest.taskID)")
        } else if let checks = task.checks {
            let (state, cssClass) = ChipView.outcome(checks)
            self.init(
                icon: "i-ci", label: checks.name.cut(24), state: state, cssClass: cssClass,
                link: checks.url.flatMap(ChipView.webLink))
        } else {
            return nil
        }
    }

    private static func outcome(_ checks: TrackedTask.Checks?) -> (StatusView?, String) {
        switch checks?.state {
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
