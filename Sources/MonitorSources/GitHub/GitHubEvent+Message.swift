extension GitHubEvent {
    /// What a person reads; never empty.
    var message: String { name == "push" ? push.message : sentence.filled(word) }

    private var sentence: SentenceTemplate {
        guard let name else { return "GitHub event[ {~action}][ by {actor}]" }
        if let action, let sentence = GitHubEvent.sentences["\(name).\(action)"] { return sentence }
        return GitHubEvent.sentences[name] ?? "GitHub: {~event}[ {~action}][ by {actor}]"
    }

    private var push: Push {
        Push(
            actor: fields.word("pusher.name")?.line(upTo: 100) ?? actor,
            reference: reference ?? .other("a branch"),
            commits: fields.items("commits").count, isForced: fields.isTrue("forced"),
            isNew: fields.isTrue("created"), isDeletion: fields.isTrue("deleted"),
            headline: fields.text("head_commit.message"))
    }
}
