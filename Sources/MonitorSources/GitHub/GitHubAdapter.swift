package import MonitorCore

/// GitHub's webhooks: the event's name in a header, the rest in the payload.
package struct GitHubAdapter: SourceAdapter {
    package let name = "github"
    package let setupHint = "Repository settings, Webhooks: POST to /api/sources/github as application/json"
    package let answer = SourceAnswer.update

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> SourceEvent {
        let headers = Dictionary(delivery.headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        let event = GitHubEvent(header: headers["x-github-event"], fields: try PayloadFields(delivery))
        let content = UpdateContent(
            delivery, place: event.place, message: event.message, meaning: event.meaning,
            tags: [event.name, event.action, event.conclusion], data: event.data)
        return SourceEvent(
            content: content,
            route: event.place.route(event.subject, branch: event.branch),
            identity: event.place.identity(headers["x-github-delivery"]),
            signals: event.checks(message: content.message).map(SourceEvent.Signal.check)
                + (event.subjectChange.map { [.subject($0)] } ?? []))
    }
}
