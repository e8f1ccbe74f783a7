import Hummingbird
import MonitorCore
import MonitorLive
import MonitorWeb

/// What happens to a request, in order; the page to read first.
///
///     request → errors become answers → trust → route → store: one commit for all that wait
///                                                            └→ hub → every stream's cursor
struct Pipeline {
    let store: any JournalStore
    let hub: LiveHub
    let activity: RecentActivity
    let trust: TrustPolicy
    let deliveries: DeliveryPolicy
    let sessions: BrowserSessions
    private let counts = DeliveryCounts()
    private let requests = RequestCounts()

    init(
        store: any JournalStore & BrowserSessionStore, hub: LiveHub, activity: RecentActivity = RecentActivity(),
        trust: TrustPolicy, deliveries: DeliveryPolicy = DeliveryPolicy(), clock: @escaping WallClock = { .now }
    ) {
        self.store = store
        self.hub = hub
        self.activity = activity
        self.trust = trust
        self.deliveries = deliveries
        sessions = BrowserSessions(store: store, tokens: trust.tokens, hub: hub, clock: clock)
    }

    func router() throws -> Router<ServerContext> {
        let templates = try TemplateLibrary()
        let router = Router(context: ServerContext.self)
        router.add(middleware: RequestCountMiddleware(counts: requests))
        router.add(middleware: ErrorMiddleware(page: ErrorPage(templates: templates)))
        router.add(
            middleware: TrustMiddleware(
                policy: trust, signedSources: deliveries.secrets.sources, sessions: sessions))
        HealthRoutes(store: store).register(on: router)
        MetricsRoute(store: store, hub: hub, requests: requests, deliveries: counts).register(on: router)
        StatusRoute(store: store, hub: hub, startedAt: .now).register(on: router)
        OpenAPIRoute().register(on: router)
        WorkstreamRoutes(store: store).register(on: router)
        TaskRoutes(store: store).register(on: router)
        IngestRoutes(store: store, policy: deliveries).register(on: router)
        SourceRoutes(store: store, policy: deliveries, counts: counts).register(on: router)
        UpdateRoutes(store: store).register(on: router)
        StreamRoute(hub: hub, store: store, sessions: sessions).register(on: router)
        WebRoutes(store: store, activity: activity, templates: templates).register(on: router)
        FormRoutes(store: store, deliveries: deliveries, templates: templates).register(on: router)
        LoginRoutes(sessions: sessions, templates: templates).register(on: router)
        SessionRoutes(
            sessions: sessions, page: SessionsPage(store: store, templates: templates, clock: sessions.clock)
        ).register(on: router)
        return router
    }
}
