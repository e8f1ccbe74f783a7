import MonitorCore

extension Fixture {
    /// One sample of each kind of event; damaging all of them would take a minute.
    static let gitLab: [Fixture] = [
        "access_token", "build.failed", "deployment.failed", "emoji.award", "feature_flag", "issue.open", "member",
        "merge_request.open", "note.merge_request.line", "pipeline.failed.of-merge-request", "push", "release.create",
        "tag_push", "wiki_page.create", "work_item.open",
    ].compactMap { Fixture(Sample(source: "gitlab", name: $0)) }

    private init?(_ sample: Sample) {
        guard let delivery = try? sample.delivery(), let words = try? sample.expected(),
            let expected = try? JSONDocument(parsing: Array(words.utf8)).value.object
        else { return nil }
        let text = { (key: String) in expected[key]?.string ?? "" }
        self.init(
            source: sample.source, headers: delivery.headers, payload: delivery.payload.raw.text,
            expected: UpdateContent(
                source: text("source"), message: text("message"), kind: text("kind"),
                level: Level(rawValue: text("level")),
                tags: expected["tags"]?.array?.compactMap(\.string) ?? []))
    }
}

extension Sample {
    /// All samples, but of the forges' one of each event: the others differ in values and not in fields.
    static let distinct: [Sample] = {
        let events = Dictionary(grouping: all) { sample in
            let isOfForge = ["github", "gitlab"].contains(sample.source)
            return "\(sample.source) \(isOfForge ? String(sample.name.prefix { $0 != "." }) : sample.name)"
        }
        return events.values.compactMap(\.first).sorted { $0.testDescription < $1.testDescription }
    }()
}
