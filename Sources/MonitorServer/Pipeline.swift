import Hummingbird
import MonitorCore
import MonitorLive

/// What happens to a request, in order; the page to read first.
///
///     request → errors become answers → trust → route → store: one commit for all that wait
///                                                            └→ hub → every stream's cursor
struct Pipeline {
    let store: any JournalStore
    let hub: LiveHub
    let trust: TrustPolicy

    func router() throws -> Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        router.add(middleware: ErrorMiddleware())
        router.add(middleware: TrustMiddleware(policy: trust))
        HealthRoutes(store: store).register(on: router)
        WorkstreamRoutes(store: store).register(on: router)
        TaskRoutes(store: store).register(on: router)
        IngestRoutes(store: store).register(on: router)
        UpdateRoutes(store: store).register(on: router)
        StreamRoute(hub: hub, store: store).register(on: router)
        return router
    }
}
