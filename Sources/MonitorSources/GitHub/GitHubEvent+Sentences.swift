extension GitHubEvent {
    /// What is said of each event; `event.action` goes before `event`.
    static let sentences: [String: SentenceTemplate] = [ciSentences, discussionSentences, securitySentences]
        .reduce(into: repositorySentences.merging(accountSentences) { a, _ in a }) { $0.merge($1) { a, _ in a } }

    private static let ciSentences: [String: SentenceTemplate] = [
        "check_run": "Check[ \"{.name}\"] {verb}[ on {branch}][: {.output.title}]",
        "check_suite": "Check suite[ of {.app.name}] {verb}[ on {branch}]",
        "deployment": "Deployment[ of {deployed}][ to {place}] {done}[ by {actor}][: {.description}]",
        "deployment_protection_rule": "Deployment[ of {deployed}][ to {place}] waits for a protection rule",
        "deployment_review": "Deployment[ to {place}] {done}[ by {approver.login|actor}][: {comment}]",
        "deployment_review.requested": "Deployment[ to {place}] waits for a review[, asked for by {actor}]",
        "deployment_status": "Deployment[ of {deployed}][ to {place}] {went}[: {.description}]",
        "status": "Status[ \"{context}\"] {verb}[ on {branch}][: {description}]",
        "workflow_dispatch": "{actor?Somebody} started workflow[ {workflow}][ on {ref}]",
        "workflow_job": "CI job[ \"{.name}\"][ of \"{.workflow_name}\"] {verb}[ on {branch}][ at step \"{step}\"]",
        "workflow_run": "CI[ \"{workflow}\"] {verb}[ on {branch}][ ({run})]",
    ]

    private static let discussionSentences: [String: SentenceTemplate] = [
        "commit_comment": "Comment on commit[ {commit}][ by {writer}][: {said}]",
        "discussion": "Discussion[ #{.number}] {done}[ by {actor}][: {.title}]",
        "discussion_comment": "Comment on discussion[ {that}][ by {writer}][: {said}]",
        "discussion_comment.deleted": "Comment on discussion[ {that}] deleted[ by {actor}][: {said}]",
        "discussion_comment.edited": "Comment on discussion[ {that}] edited[ by {actor}][: {said}]",
        "issue_comment": "Comment on {topic}[ {that}][ by {writer}][: {said}]",
        "issue_comment.deleted": "Comment on {topic}[ {that}] deleted[ by {actor}][: {said}]",
        "issue_comment.edited": "Comment on {topic}[ {that}] edited[ by {actor}][: {said}]",
        "issue_dependencies": "Dependencies of issue[ {blocked}] changed[ by {actor}]",
        "issue_dependencies.blocked_by_added": "Issue[ {blocked}] is now blocked by issue[ {blocking}]",
        "issue_dependencies.blocked_by_removed": "Issue[ {blocked}] is no longer blocked by issue[ {blocking}]",
        "issue_dependencies.blocking_added": "Issue[ {blocking}] now blocks issue[ {blocked}]",
        "issue_dependencies.blocking_removed": "Issue[ {blocking}] no longer blocks issue[ {blocked}]",
        "issues": "Issue[ #{.number}] {done}[ by {actor}][: {.title}]",
        "pull_request": "Pull request[ #{.number}] {done}[ by {actor}][: {.title}]",
        "pull_request_review": "Review of pull request[ {that}][ by {reviewer}] {done}[: {said}]",
        "pull_request_review.dismissed": "Review of pull request[ {that}][ by {reviewer}] dismissed[ by {actor}]",
        "pull_request_review.submitted": "Pull request[ {that}] {reviewed}[ by {reviewer}][: {said}]",
        "pull_request_review_comment": "Comment on pull request[ {that}][ by {writer}][: {said}]",
        "pull_request_review_comment.deleted": "Comment on pull request[ {that}] deleted[ by {actor}][: {said}]",
        "pull_request_review_comment.edited": "Comment on pull request[ {that}] edited[ by {actor}][: {said}]",
        "pull_request_review_thread": "Thread on pull request[ {that}] {done}[ by {actor}]",
        "pull_request_target": "Pull request[ #{.number}] {done}[ by {actor}][: {.title}]",
        "sub_issues": "Parts of issue[ {parent}] changed[ by {actor}]",
        "sub_issues.parent_issue_added": "Issue[ {part}] made a part of issue[ {parent}][ by {actor}]",
        "sub_issues.parent_issue_removed": "Issue[ {part}] is no longer a part of issue[ {parent}]",
        "sub_issues.sub_issue_added": "Issue[ {parent}] got a part[ by {actor}]: issue[ {part}]",
        "sub_issues.sub_issue_removed": "Issue[ {parent}] lost a part[ by {actor}]: issue[ {part}]",
    ]

    private static let securitySentences: [String: SentenceTemplate] = [
        "code_scanning_alert": "Code scanning alert[ #{.number}] {done}[ ({severity})][ in {ref}][: {weakness}]",
        "dependabot_alert": "Dependabot alert[ #{.number}] {done}[ ({severity})][ in {package}][: {weakness}]",
        "repository_advisory": "Security advisory[ {.ghsa_id}] of the repository {done}[ ({severity})][: {.summary}]",
        "repository_vulnerability_alert": "Vulnerability alert {done}[ ({severity})][ in {package}]",
        "secret_scanning_alert": "Secret scanning alert[ #{.number}] {done}[: {~weakness}]",
        "secret_scanning_alert_location": "Secret scanning alert[ #{.number}]: {~weakness?secret} found[ in {file}]",
        "secret_scanning_scan": "Secret scanning[ of {~type}] {done}",
        "security_advisory": "Security advisory[ {.ghsa_id}] {done}[ ({severity})][: {.summary}]",
        "security_and_analysis": "Security settings changed[ by {actor}]",
    ]
}
