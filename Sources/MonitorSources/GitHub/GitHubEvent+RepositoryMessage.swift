extension GitHubEvent {
    /// The events that are neither CI nor a discussion.
    var repositoryMessage: String {
        switch name {
        case "push": pushMessage
        case "create", "delete": refMessage
        case "release": releaseMessage
        case "deployment", "deployment_status": deploymentMessage
        case "code_scanning_alert", "dependabot_alert", "secret_scanning_alert": alertMessage
        case "ping": "GitHub webhook connected\(detail(payload.text("zen")))"
        default: genericMessage
        }
    }

    private var pushMessage: String {
        let ref = payload.text("ref") ?? "a branch"
        let pusher = payload["pusher"].text("name")?.line(upTo: 100) ?? sender ?? "Somebody"
        if payload.isTrue("deleted") { return "\(pusher) deleted \(GitHubEvent.refName(ref))" }
        let commits = payload.items("commits").count
        let count = commits == 1 ? "1 commit" : "\(commits) commits"
        let forced = payload.isTrue("forced") ? " by force" : ""
        let head = payload["head_commit"].text("message")?.split(whereSeparator: \.isNewline).first.map(String.init)
        return "\(pusher) pushed \(count)\(forced) to \(GitHubEvent.refName(ref))\(detail(head))"
    }

    private var refMessage: String {
        let verb = name == "create" ? "created" : "deleted"
        let type = payload.text("ref_type")?.line(upTo: 20) ?? "ref"
        return "\(sender ?? "Somebody") \(verb) \(type) \(payload.text("ref")?.line(upTo: 200) ?? "")"
    }

    private var releaseMessage: String {
        let release = payload["release"]
        let tag = release.text("tag_name")?.line(upTo: 200) ?? ""
        let title = release.text("name").flatMap { $0 == tag ? nil : $0 }
        return "Release \(tag) \(done)\(detail(title))"
    }

    private var deploymentMessage: String {
        let status = payload["deployment_status"]
        let environment = status.text("environment") ?? payload["deployment"].text("environment")
        let place = environment.map { " to \($0.line(upTo: 200))" } ?? ""
        return "Deployment\(place): \(words(status.text("state")) ?? done)\(detail(status.text("description")))"
    }

    private var alertMessage: String {
        let alert = payload["alert"]
        let number = alert.int("number").map { " #\($0)" } ?? ""
        let subject =
            alert["rule"].firstText(["description", "name", "id"]) ?? alert["security_advisory"].text("summary")
            ?? alert.firstText(["secret_type_display_name", "secret_type"])
        return "\(title)\(number) \(done)\(detail(subject))"
    }

    private var genericMessage: String {
        let what = name == nil ? "GitHub event" : "GitHub: \(title.lowercased())"
        let action = words(action).map { " \($0)" } ?? ""
        return "\(what)\(action)\(sender.map { " by \($0)" } ?? "")"
    }

    /// `code_scanning_alert` as `Code scanning alert`.
    private var title: String {
        let text = words(name) ?? ""
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// `refs/heads/main` as `main`, `refs/tags/v1` as `tag v1`.
    private static func refName(_ ref: String) -> String {
        let ref = ref.line(upTo: 200)
        if ref.hasPrefix("refs/heads/") { return String(ref.dropFirst(11)) }
        if ref.hasPrefix("refs/tags/") { return "tag " + ref.dropFirst(10) }
        return ref
    }
}
