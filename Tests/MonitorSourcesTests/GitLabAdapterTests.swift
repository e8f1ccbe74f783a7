import MonitorCore
import MonitorSources
import Testing

@Suite struct GitLabAdapterTests {
    @Test(arguments: [
        ("Push Hook", "push"), ("Tag Push Hook", "tag_push"), ("Merge Request Hook", "merge_request"),
        ("Job Hook", "build"), ("Pipeline Hook", "pipeline"), ("Confidential Note Hook", "note"),
    ])
    func `without a kind the header tells the event`(_ header: String, _ name: String) throws {
        #expect(try event("{}", ["X-Gitlab-Event": header]).content.tags == ["gitlab", name])
        let payload = #"{"object_kind":"issue"}"#
        #expect(try event(payload, ["x-gitlab-event": header]).content.tags == ["gitlab", "issue"])
    }

    @Test(arguments: [
        (#"{"project":{"path_with_namespace":"a/b/c"}}"#, "gitlab:a/b/c"),
        (#"{"repository":{"homepage":"https://gitlab.example.com/a/b"}}"#, "gitlab:a/b"),
        (#"{"project":{"web_url":"https://gitlab.example.com/a/b"}}"#, "gitlab:a/b"),
        (#"{"project":{"web_url":"https://gitlab.example.com"}}"#, "gitlab:unknown"),
        (#"{"group_path":"a"}"#, "gitlab:a"), (#"{"project":"a/b"}"#, "gitlab:unknown"), ("{}", "gitlab:unknown"),
    ])
    func `the source is the project, its group or unknown`(_ payload: String, _ source: String) throws {
        #expect(try event(payload).content.source == source)
    }

    @Test func `a retry has the identity of the first attempt`() throws {
        let keys = ["Idempotency-Key": "k", "X-Gitlab-Event-UUID": "u"]
        #expect(try event(#"{"a":1}"#, keys).identity == "gitlab:k")
        #expect(try event("{}").identity == nil)
        let first = try event(#"{"a":1}"#, ["x-gitlab-event-uuid": "u"]).identity
        #expect(first?.hasPrefix("gitlab:u:") == true)
        #expect(try event(#"{ "a": 1 }"#, ["x-gitlab-event-uuid": "u"]).identity == first)
    }

    @Test func `an event that another hook set off shares its UUID and is another one`() throws {
        let uuid = ["x-gitlab-event-uuid": "u"]
        #expect(
            try event(#"{"object_kind":"push"}"#, uuid).identity != event(#"{"object_kind":"pipeline"}"#, uuid).identity
        )
    }

    @Test(arguments: [
        ("created", CheckRun.State.running), ("waiting_for_resource", .running), ("preparing", .running),
        ("pending", .running), ("running", .running), ("scheduled", .running), ("success", .passed),
        ("failed", .failed), ("canceled", .stopped), ("skipped", .stopped), ("manual", .stopped),
        ("brand_new", .running),
    ])
    func `a pipeline's state follows its status`(_ status: String, _ state: CheckRun.State) throws {
        #expect(try pipeline(#""id":1,"ref":"fix","status":"\#(status)""#).map(\.state) == [state])
    }

    @Test(arguments: [
        (#""ref":"v1","tag":true"#, 0), (#""ref":"refs/merge-requests/4/head""#, 0), (#""ref":"fix""#, 1),
        (#""ref":"refs/heads/fix""#, 1), (#""ref":null"#, 0),
    ])
    func `only a pipeline on a branch is a check of it`(_ ref: String, _ count: Int) throws {
        let runs = try pipeline(#""id":1,"status":"failed",\#(ref)"#)
        #expect(runs.count == count)
        #expect(runs.allSatisfy { $0.branch == "fix" })
    }

    @Test(arguments: [
        ("2026-11-20T08:00:00Z", "2026-11-20T08:00:00.000000Z"),
        ("2026-11-20 08:00:00 UTC", "2026-11-20T08:00:00.000000Z"),
        ("2026-11-20T09:00:00.5+01:00", "2026-11-20T08:00:00.500000Z"), ("yesterday", nil),
    ])
    func `a change has the time that GitLab gives it`(_ written: String, _ time: String?) throws {
        let payload =
            #"{"object_kind":"issue","object_attributes":{"iid":1,"action":"close","updated_at":"\#(written)"}}"#
        let expected = SubjectChange(status: .done, time: time.flatMap { Timestamp(rfc3339: $0) })
        #expect(try event(payload).signals == [.subject(expected)])
    }

    @Test(arguments: ["open", "close", "reopen", "update", "merge", "approved", "unapproved", "create", "delete", nil])
    func `every kind of event is a sentence`(_ action: String?) throws {
        for kind in Self.kinds {
            let action = action.map { #","object_attributes":{"action":"\#($0)"}"# } ?? ""
            let message = try event(#"{"object_kind":"\#(kind)"\#(action)}"#).content.message
            #expect(message != kind && message.split(separator: " ").count > 1)
            #expect(!message.contains { "_{}[]".contains($0) } && !message.hasPrefix("GitLab: "), "\(message)")
        }
    }

    private static let kinds = """
        access_token build deployment emoji feature_flag issue merge_request milestone note pipeline project_create
        project_destroy push release subgroup_create subgroup_destroy tag_push user_add_to_group user_remove_from_group
        user_update_for_group vulnerability wiki_page work_item
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private func pipeline(_ fields: String) throws -> [CheckRun] {
        let payload =
            #"{"object_kind":"pipeline","project":{"path_with_namespace":"a/b"},"object_attributes":{\#(fields)}}"#
        return try event(payload).signals.compactMap { if case .check(let run) = $0 { run } else { nil } }
    }

    private func event(_ payload: String, _ headers: [String: String] = [:]) throws -> SourceEvent {
        let payload = try JSONDocument(parsing: Array(payload.utf8)).value
        return try GitLabAdapter().normalize(Delivery(headers: headers, payload: payload))
    }
}
