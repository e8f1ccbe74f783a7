package import MonitorCore

/// GitHub's webhooks: the event's name in a header, the rest in the payload.
package struct GitHubAdapter: SourceAdapter {
    package let name = "github"

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> UpdateContent {
        let event = GitHubEvent(header: GitHubAdapter.eventHeader(delivery), payload: try Payload(delivery))
        return UpdateContent(
            delivery,
            source: "github:" + (event.repository ?? event.owner ?? "unknown"),
            message: event.message,
            kind: event.meaning.kind,
            level: event.meaning.level,
            tags: ["github", event.name, event.action]
        )
    }

    private static func eventHeader(_ delivery: Delivery) -> String? {
        let value = delivery.headers.first { $0.key.lowercased() == "x-github-event" }?.value
        return value.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}
