import MonitorCore

/// Where on a forge something happened.
struct ForgePlace {
    /// The source's name.
    let forge: String
    /// Its path on the forge: `owner/name`.
    let repository: String?
    /// Whose it is where there is no repository.
    let owner: String?

    init(forge: String, repository: String?, owner: String?) {
        self.forge = forge
        self.repository = repository.map(ForgePlace.name)
        self.owner = owner.map(ForgePlace.name)
    }

    var source: String { "\(forge):\(path)" }

    /// The route to what the event is about; `branch` is one of this repository and never a fork's.
    func route(_ subject: ForgeSubject, branch: String?) -> Route {
        Route(
            workstream: .repository(path),
            task: Route.Task(
                key: "\(forge):\(path.lowercased())\(subject.suffix.replacingNUL)",
                name: (subject.name ?? path).plainText, naming: subject.naming),
            agent: forge, repository: repository, branch: branch)
    }

    /// The identity of a delivery that has this key; no forge's keys are longer than an `Idempotency-Key`.
    func identity(_ key: String?) -> String? {
        key.flatMap { $0.isEmpty || $0.utf8.count > Limits.idempotencyKeyLength ? nil : "\(forge):\($0)" }
    }

    private var path: String { repository ?? owner ?? "unknown" }

    /// As long as a path may be on GitLab, which allows the longer ones.
    private static func name(_ text: String) -> String { text.replacingNUL.line(upTo: 255) }
}

extension String {
    /// The name of a branch as agents' checkouts write it too.
    var branchName: String { replacingNUL.line(upTo: Limits.nameLength) }
}
