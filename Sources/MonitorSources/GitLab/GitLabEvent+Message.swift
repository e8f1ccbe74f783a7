import MonitorCore

extension GitLabEvent {
    /// What a person reads; never empty.
    var message: String {
        switch name {
        case "push", "tag_push": push.message
        default: sentence.filled(word)
        }
    }

    private var sentence: SentenceTemplate {
        guard let name else { return "GitLab event[ {~action}][ by {actor}]" }
        if let action, let sentence = GitLabEvent.sentences["\(name).\(action)"] { return sentence }
        return GitLabEvent.sentences[name] ?? "GitLab: {~event}[ {~action}][ by {actor}]"
    }

    /// What a gap in a sentence stands for: what is worked out here, else what the payload has there.
    private func word(_ gap: String) -> String? {
        switch gap {
        case "event": name?.line(upTo: 100)
        case "action": action?.line(upTo: 100)
        case "actor": actor
        case "done": done
        case "verb": outcome.verb
        case "went": outcome.state == .passed ? "succeeded" : outcome.verb
        case "branch": (shownBranch ?? reference?.text)?.line(upTo: 200)
        case "reason": outcome.level == .error ? fields.word("build_failure_reason") : nil
        case "type": fields.word(".type") ?? "Issue"
        case "topic": topic
        case "switched": fields.value(".active")?.bool.map { $0 ? "turned on" : "turned off" } ?? "changed"
        case "release title": fields.word("name").flatMap { $0 == fields.word("tag") ? nil : $0 }
        case "member": fields.word("user_username|user_name|user.username")
        default: fields.word(gap)
        }
    }

    private var done: String {
        guard let action else { return "changed" }
        if action == "update", fields.has(".oldrev") { return "updated with new commits" }
        return GitLabEvent.participles[action] ?? action.line(upTo: 100).replacing("_", with: " ")
    }

    /// What a comment is on, or a reaction to.
    private var topic: String {
        if fields.has("merge_request") { return titled("merge request", sign: "!", "merge_request", id: "iid") }
        if fields.has("issue") { return titled("issue", sign: "#", "issue", id: "iid") }
        if fields.has("snippet") { return titled("snippet", sign: "", "snippet", id: "id") }
        if let sha = fields.text("commit.id|.commit_id") { return "commit \(sha.prefix(7))" }
        return fields.word(".noteable_type|.awardable_type").map { $0.lowercased() } ?? "something"
    }

    private func titled(_ noun: String, sign: String, _ path: String, id: String) -> String {
        let number = fields.int("\(path).\(id)").map { " \(sign)\($0)" } ?? ""
        return noun + number + (fields.word("\(path).title").map { " \"\($0)\"" } ?? "")
    }

    private var push: Push {
        let commits = fields.items("commits")
        return Push(
            actor: actor, reference: reference ?? .other("a branch"),
            commits: fields.int("total_commits_count").map { Int(clamping: $0) } ?? commits.count, isForced: false,
            isNew: isNothing("before"), isDeletion: isNothing("after"), headline: commits.last?.text(".message"))
    }

    /// Whether the name of a commit is the one that stands for none.
    private func isNothing(_ path: String) -> Bool {
        fields.text(path).map { $0.allSatisfy { $0 == "0" } } ?? false
    }
}
