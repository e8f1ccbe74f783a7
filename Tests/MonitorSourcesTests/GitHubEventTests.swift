import MonitorCore
import MonitorSources
import Testing

/// Every event of GitHub's documentation reads as a sentence, whatever of its payload is there.
@Suite struct GitHubEventTests {
    @Test(arguments: documented)
    func `a documented event with hardly a payload is a sentence`(_ event: String) throws {
        let senders = ["", #""sender":{"login":"dana"}"#]
        let bare = try senders.map { try message(event, [$0]) }
        let messages = try Self.actions.map { try message(event, [#""action":"\#($0)""#, senders[1]]) }
        #expect((bare + messages).filter { !isReadable($0, event) } == [])
    }

    @Test func `an event that is not documented is told in its own words`() throws {
        #expect(try message("moon_landing", [#""action":"touched_down""#]) == "GitHub: moon landing touched down")
        #expect(try message("moon_landing", []) == "GitHub: moon landing")
    }

    @Test(arguments: [
        ("issues", #""action":"labeled","issue":{"number":5}"#, "Issue #5 labeled"),
        ("issues", #""action":"labeled","issue":{"number":5},"label":{"name":"a_b"}"#, "Issue #5 labeled a_b"),
        ("pull_request", #""action":"closed","pull_request":{"merged":true}"#, "Pull request merged"),
        (
            "pull_request", #""action":"dequeued","pull_request":{"number":1}"#,
            "Pull request #1 taken out of the merge queue"
        ),
        ("installation", #""action":"suspend""#, "GitHub App suspended"),
        ("star", #""action":"deleted""#, "Somebody took back a star"),
        ("create", #""ref":"v1","ref_type":"tag""#, "Somebody created tag v1"),
        ("release", #""action":"published","release":{"tag_name":"v1","name":"One"}"#, "Release v1 published: One"),
        ("discussion", #""action":"category_changed""#, "Discussion moved to another category"),
        (
            "page_build", #""build":{"status":"errored","error":{"message":"No theme"}}"#,
            "Build of GitHub Pages: errored: No theme"
        ),
    ])
    func `what is missing leaves no hole`(_ event: String, _ fields: String, _ expected: String) throws {
        #expect(try message(event, [fields]) == expected)
    }

    @Test func `brackets and braces of a payload are text`() throws {
        let fields = #""action":"opened","issue":{"number":1,"title":"[x] {sender} ]{"}"#
        #expect(try message("issues", [fields]) == "Issue #1 opened: [x] {sender} ]{")
    }

    private func message(_ event: String, _ fields: [String]) throws -> String {
        let members = [#""repository":{"full_name":"octo/shop"}"#] + fields.filter { !$0.isEmpty }
        let payload = try JSONDocument(parsing: Array("{\(members.joined(separator: ","))}".utf8)).value
        return try GitHubAdapter().normalize(Delivery(headers: ["x-github-event": event], payload: payload))
            .content.message
    }

    /// A sentence of its own without a gap; the type of a dispatched event is its sender's own word.
    private func isReadable(_ message: String, _ event: String) -> Bool {
        let marks = event == "repository_dispatch" ? "{}[]" : "_{}[]"
        return message != event && message.contains(" ") && !message.hasPrefix("GitHub: ")
            && !message.contains { marks.contains($0) } && !message.contains("  ")
            && message.last?.isWhitespace == false && message.last != ":"
    }

    private static let actions = [
        "created", "edited", "deleted", "added", "removed", "opened", "closed", "reopened", "assigned", "labeled",
        "published", "requested", "completed", "submitted", "dismissed", "resolved", "transferred", "synchronize",
        "member_added", "member_removed", "member_invited", "renamed", "review_requested", "milestoned", "destroyed",
        "checks_requested", "sub_issue_added", "sub_issue_removed", "parent_issue_added", "parent_issue_removed",
        "blocked_by_added", "blocked_by_removed", "blocking_added", "blocking_removed", "new_permissions_accepted",
    ]

    private static let documented = """
        branch_protection_configuration branch_protection_rule check_run check_suite code_scanning_alert commit_comment
        create custom_property custom_property_values delete dependabot_alert deploy_key deployment
        deployment_protection_rule deployment_review deployment_status discussion discussion_comment fork
        github_app_authorization gollum installation installation_repositories installation_target issue_comment
        issue_dependencies issues label marketplace_purchase member membership merge_group meta milestone org_block
        organization package page_build personal_access_token_request ping project project_card project_column
        projects_v2 projects_v2_item projects_v2_status_update public pull_request pull_request_review
        pull_request_review_comment pull_request_review_thread push registry_package release repository
        repository_advisory repository_dispatch repository_import repository_ruleset repository_vulnerability_alert
        secret_scanning_alert secret_scanning_alert_location secret_scanning_scan security_advisory
        security_and_analysis sponsorship star status sub_issues team team_add watch workflow_dispatch workflow_job
        workflow_run
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
