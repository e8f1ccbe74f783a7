package import MonitorCore

/// GitHub's webhooks: the event's name in a header, the rest in the payload.
package struct GitHubAdapter: SourceAdapter {
    package let name = "github"
    package let setupHint = "Repository settings, Webhooks: POST to /api/sources/github as application/json"
    package let answer = SourceAnswer.update

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> SourceEvent {
        let event = GitHubEvent(header: GitHubAdapter.eventHeader(delivery), payload: try Payload(delivery))
        let owner = event.repository ?? event.owner ?? "unknown"
        return SourceEvent(
            content: UpdateContent(
                delivery,
                source: "github:" + owner,
                message: event.message,
                kind: event.meaning.kind,
                level: event.meaning.level,
                tags: ["github", event.name, event.action]
            ),
            route: Route(
                workstream: .repository(owner),
                task: Route.Task(key: "github:\(owner)", name: owner, naming: .branch), agent: name,
                repository: event.repository))
    }

    private static func eventHeader(_ delivery: Delivery) -> String? {
        let value = delivery.headers.first { $0.key.lowercased() == "x-github-event" }?.value
        return value.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}
