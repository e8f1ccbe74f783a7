import MonitorCore

extension GitHubEvent {
    /// The part of the payload that is kept.
    var data: RawJSON {
        var data = CuratedData()
        data.add("event", name)
        data.add("action", action)
        data.add("repository", place.repository)
        data.add("actor", actor)
        data.add("number", number)
        for field in GitHubEvent.commonFields { data.add(field, of: fields) }
        data.add("branch", shownBranch)
        data.add("url", url)
        data.add("workflow", fields.text("workflow.name|.workflow_name"))
        data.add("failed_step", failedStep)
        data.add("severity", severity)
        data.add("labels", names: ".name", in: fields.items(".labels"))
        for field in extraFields { data.add(field, of: fields) }
        data.add("commit_count", name == "push" ? fields.items("commits").count : nil)
        data.add(commits: fields.items("commits"), author: ".author.username|.author.name")
        return data.finish()
    }

    /// Of what the event is about, or of the pull request that a run checks.
    private var number: Int64? {
        fields.int(".number|number|sub_issue.number|blocked_issue.number") ?? pullRequestNumber
    }

    private var extraFields: [DataField] {
        guard let name else { return [] }
        let ofAction = action.flatMap { GitHubEvent.fieldsByEvent["\(name).\($0)"] } ?? []
        return (GitHubEvent.fieldsByEvent[name] ?? []) + ofAction
    }
}
