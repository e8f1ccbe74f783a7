/// A push as both forges tell it.
struct Push {
    let actor: String?
    let reference: GitReference
    let commits: Int
    let isForced: Bool
    let isNew: Bool
    let isDeletion: Bool
    /// What the newest commit says.
    let headline: String?

    var message: String {
        let actor = actor ?? "Somebody"
        if isDeletion { return "\(actor) deleted \(reference.fullText)" }
        let detail = headline.map { ": \($0.firstLine.line(upTo: 500))" } ?? ""
        if commits == 0 || isTag { return "\(actor) \(isNew ? "created" : "moved") \(reference.fullText)\(detail)" }
        let count = commits == 1 ? "1 commit" : "\(commits) commits"
        let forced = isForced ? " by force" : ""
        return "\(actor) pushed \(count)\(forced) to \(isNew ? "new branch " : "")\(reference.text)\(detail)"
    }

    private var isTag: Bool {
        if case .tag = reference { true } else { false }
    }
}
