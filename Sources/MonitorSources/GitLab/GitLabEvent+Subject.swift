import MonitorCore

extension GitLabEvent {
    /// The merge request, issue or branch that gets the event, else the project.
    var subject: ForgeSubject {
        if let request = mergeRequest, let number = fields.int("\(request).iid") {
            return .mergeRequest(number, title: fields.text("\(request).title"))
        }
        if let issue, let number = fields.int("\(issue).iid") {
            return .issue(number, title: fields.text("\(issue).title"))
        }
        if case .request(let number) = reference { return .mergeRequest(number, title: nil) }
        return branch.map(ForgeSubject.branch) ?? .repository
    }

    /// The path of the issue's fields.
    var issue: String? {
        switch name {
        case "issue", "work_item": ""
        default: fields.has("issue") ? "issue" : nil
        }
    }

    /// What the event means for the status of the task that stands for a merge request or an issue.
    var subjectChange: SubjectChange? {
        guard fields.int(".iid") != nil, let status = taskStatus else { return nil }
        return SubjectChange(status: status, time: fields.text(".updated_at").flatMap(Timestamp.init(gitLab:)))
    }

    private var taskStatus: TrackedTask.Status? {
        switch (name, action) {
        case ("merge_request", "open"), ("merge_request", "reopen"): .active
        case ("merge_request", "merge"): .done
        case ("merge_request", "close"): .cancelled
        case ("issue", "open"), ("issue", "reopen"), ("work_item", "open"), ("work_item", "reopen"): .active
        case ("issue", "close"), ("work_item", "close"): .done
        default: nil
        }
    }
}

extension ForgeSubject {
    fileprivate static func mergeRequest(_ number: Int64, title: String?) -> ForgeSubject {
        numbered("!", number, sign: "!", noun: "Merge request", title: title)
    }

    fileprivate static func issue(_ number: Int64, title: String?) -> ForgeSubject {
        numbered("#", number, noun: "Issue", title: title)
    }
}

extension Timestamp {
    /// Reads RFC 3339, and `2026-11-24 10:00:00 UTC`, which GitLab writes as well.
    init?(gitLab text: String) {
        self.init(rfc3339: text.hasSuffix(" UTC") ? text.dropLast(4) + "Z" : text[...])
    }
}
