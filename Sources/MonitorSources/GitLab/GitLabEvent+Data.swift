import MonitorCore

extension GitLabEvent {
    /// The part of the payload that is kept.
    var data: RawJSON {
        var data = CuratedData()
        data.add("event", name)
        data.add("action", action)
        data.add("repository", place.repository)
        data.add("actor", actor)
        data.add(number, of: fields)
        for field in GitLabEvent.commonFields { data.add(field, of: fields) }
        data.add("branch", shownBranch)
        data.add("url", url)
        data.add("labels", names: ".title", in: fields.items("labels"))
        for field in name.flatMap({ GitLabEvent.fieldsByEvent[$0] }) ?? [] { data.add(field, of: fields) }
        data.add(commits: fields.items("commits"), author: ".author.name")
        return data.finish()
    }

    /// A pipeline has a number of its own, which is not that of what it checks.
    private var number: DataField {
        DataField("number", name == "pipeline" ? "merge_request.iid" : ".iid|merge_request.iid|issue.iid")
    }

    private static let commonFields: [DataField] = [
        DataField("title", ".title|merge_request.title|issue.title|commit_title"),
        DataField("name", ".name|build_name|name"),
        DataField("base", ".target_branch|merge_request.target_branch"),
        DataField("sha", ".sha|.last_commit.id|.commit_id|checkout_sha|sha|commit.id|after"),
        DataField("status", ".status|build_status|status"),
        DataField("state", ".state"),
        DataField("severity", ".severity"),
    ]

    private static let fieldsByEvent: [String: [DataField]] = [
        "build": [
            DataField("job_id", "build_id"), DataField("run_id", "pipeline_id"), DataField("stage", "build_stage"),
            DataField("failure_reason", "build_failure_reason"), DataField("allow_failure", "build_allow_failure"),
            DataField("runner", "runner.description"),
        ],
        "deployment": [
            DataField("deployment_id", "deployment_id"), DataField("environment", "environment"),
            DataField("ref", "ref"),
            DataField("environment_url", "environment_external_url"),
        ],
        "emoji": [DataField("awardable_type", ".awardable_type")],
        "feature_flag": [DataField("active", ".active")],
        "issue": [DataField("type", ".type"), DataField("confidential", ".confidential"), .body(".description")],
        "merge_request": [
            DataField("draft", ".draft|.work_in_progress"), DataField("merge_commit_sha", ".merge_commit_sha"),
            .body(".description"),
        ],
        "note": [
            DataField("comment_id", ".id"), .body(".note"), DataField("path", ".position.new_path"),
            DataField("line", ".position.new_line"), DataField("noteable_type", ".noteable_type"),
        ],
        "pipeline": [
            DataField("run_id", ".id"), DataField("run_number", ".iid"), DataField("trigger", ".source"),
            DataField("ref", ".ref"), DataField("tag", ".tag"), DataField("duration", ".duration"),
        ],
        "push": push,
        "release": [DataField("tag", "tag"), .body("description")],
        "tag_push": push,
        "wiki_page": [DataField("slug", ".slug")],
        "work_item": [DataField("type", ".type"), DataField("confidential", ".confidential"), .body(".description")],
    ]

    private static let push: [DataField] = [
        DataField("ref", "ref"), DataField("before", "before"), DataField("commit_count", "total_commits_count"),
    ]
}
