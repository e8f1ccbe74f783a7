package import MonitorCore

/// Any JSON object with a `message`: for scripts and tools that nobody has written an adapter for.
package struct GenericAdapter: SourceAdapter {
    package let name = "generic"
    package let setupHint =
        #"curl -H 'Content-Type: application/json' -d '{"task":"Nightly build","message":"Tests pass"}' "#
        + "http://127.0.0.1:3000/api/sources/generic"
    package let answer = SourceAnswer.update

    package init() {}

    package func normalize(_ delivery: Delivery) throws -> SourceEvent {
        let body = try GenericBody(delivery)
        let checkout = Checkout(delivery, folder: body.payload.text("cwd"))
        return SourceEvent(
            content: UpdateContent(
                delivery, source: body.source, message: body.message, kind: body.kind, level: body.level,
                tags: ["generic"] + body.tags),
            route: Route(
                workstream: body.workstream ?? checkout.repository.map(Route.Workstream.repository)
                    ?? Route.Workstream(key: "agent:generic", name: "Generic"),
                task: body.task, agent: name, repository: checkout.repository, branch: checkout.branch),
            signals: body.state.map { [.session(SessionSignal(session: body.key, meaning: $0))] } ?? [])
    }
}
