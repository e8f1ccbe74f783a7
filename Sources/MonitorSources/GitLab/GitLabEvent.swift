/// One event of a project or a group.
struct GitLabEvent {
    /// As in `object_kind`, or `event_name` where there is none; `nil` where nothing tells it.
    let name: String?
    /// The payload, with its `object_attributes` in the middle.
    let fields: PayloadFields
    let place: ForgePlace

    init(header: String?, fields: PayloadFields) {
        self.fields = fields.about("object_attributes")
        name = fields.text("object_kind|event_name") ?? header.flatMap(GitLabEvent.name)
        place = ForgePlace(
            forge: "gitlab", repository: GitLabEvent.project(fields),
            owner: fields.text("group.full_path|group.group_path|group_path|full_path"))
    }

    /// What happened, in GitLab's word.
    var action: String? { fields.text(".action|action") }

    /// How a pipeline, a job or a deployment stands, in GitLab's word.
    var status: String? {
        switch name {
        case "pipeline": fields.text(".status")
        case "build": fields.text("build_status")
        case "deployment": fields.text("status")
        default: nil
        }
    }

    var outcome: RunOutcome { RunOutcome(conclusion: nil, status: status) }

    /// Who did it.
    var actor: String? { fields.text("user.username|user_username|user.name|user_name")?.line(upTo: 100) }

    /// The project's path; old job events have only its address.
    private static func project(_ fields: PayloadFields) -> String? {
        if let path = fields.text("project.path_with_namespace|path_with_namespace|target.path_with_namespace") {
            return path
        }
        guard let page = fields.text("project.web_url|repository.homepage") else { return nil }
        let path = page.split(separator: "/").dropFirst(2).joined(separator: "/")
        return path.isEmpty ? nil : path
    }

    /// `Merge Request Hook` as `merge_request`; a system hook has no name of its own.
    private static func name(ofHook header: String) -> String? {
        let words = header.lowercased().split(separator: " ").filter { $0 != "hook" && $0 != "confidential" }
        let name = words.joined(separator: "_")
        return name.isEmpty || name == "system" ? nil : name == "job" ? "build" : name
    }
}
