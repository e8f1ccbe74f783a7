package import MonitorCore

/// GitLab's webhooks of projects and groups: the payload itself names the event.
package struct GitLabAdapter: SourceAdapter {
    package let name = "gitlab"
    package let setupHint = "Project settings, Webhooks: URL /api/sources/gitlab, with a secret token"
    package let answer = SourceAnswer.update

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> SourceEvent {
        let headers = Dictionary(delivery.headers.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        let event = GitLabEvent(header: headers["x-gitlab-event"], fields: try PayloadFields(delivery))
        let content = UpdateContent(
            delivery, place: event.place, message: event.message, meaning: event.meaning,
            tags: [event.name, event.action, event.status], data: event.data)
        return SourceEvent(
            content: content,
            route: event.place.route(event.subject, branch: event.branch),
            identity: event.place.identity(GitLabAdapter.key(headers, delivery.payload)),
            signals: event.checks(message: content.message).map(SourceEvent.Signal.check)
                + (event.subjectChange.map { [.subject($0)] } ?? []))
    }

    /// What a retry has in common with the first attempt and with no other delivery.
    ///
    /// GitLab before 17.4 sends no `Idempotency-Key`, and an event that another hook set off has the other's UUID.
    private static func key(_ headers: [String: String], _ payload: JSONValue) -> String? {
        if let key = headers["idempotency-key"], !key.isEmpty { return key }
        guard let uuid = headers["x-gitlab-event-uuid"], !uuid.isEmpty else { return nil }
        return "\(uuid):\(fingerprint(of: payload.bytes))"
    }
}
