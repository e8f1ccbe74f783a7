import Hummingbird
import HummingbirdCore
package import Logging
import MonitorCore
import MonitorLive
import NIOCore
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The composition root: opens the store, builds what depends on it and serves until it is told to stop.
package struct MonitorServer: Sendable {
    private let configuration: ServerConfiguration
    private let logger: Logger
    /// Called with the port once the server listens.
    package var onListening: @Sendable (Int) async -> Void = { _ in }

    package init(configuration: ServerConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Serves until SIGTERM, SIGINT or cancellation; then requests under way are finished and streams end cleanly.
    package func run() async throws {
        guard case .temporary = configuration.demo else { return try await run(on: configuration.database) }
        let database = try DemoDatabase.makeLocation()
        defer { DemoDatabase.remove(database) }
        try await run(on: .sqlite(database))
    }

    private func run(on database: DatabaseLocation) async throws {
        let store = try database.open(maxBatch: configuration.writeBatch, logger: logger)
        defer { store.close() }
        let (hub, activity) = (LiveHub(pace: .paced), RecentActivity())
        try await store.start(beginning: hub.begin) { entries in
            activity.record(entries)
            hub.publish(entries)
        }
        logger.info("journal opened", metadata: ["database": "\(store.place)"])
        await MonitorServer.wait(for: hub)
        if configuration.deliveries.redaction == .off {
            logger.warning("redaction is off: secrets in what agents deliver are stored as they come")
        }
        let pipeline = Pipeline(
            store: store, hub: hub, activity: activity, trust: configuration.trust, deliveries: configuration.deliveries
        )
        var services: [any Service] = [
            try application(pipeline), HeartbeatService(hub: hub, clock: ContinuousClock()),
            SilenceService(store: store, limits: configuration.silence, clock: ContinuousClock(), logger: logger),
            RecentActivityService(store: store, activity: activity, hub: hub, logger: logger),
            SessionService(sessions: pipeline.sessions, clock: ContinuousClock(), logger: logger),
        ]
        if let demo = try await demo(in: store, hub) { services.append(demo) }
        do {
            try await ServiceGroup(configuration: .serving(services, logger: logger)).run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw InvalidSetting("MONITOR_BIND", "is \(configuration.bind), which another program listens on")
        }
        logger.info("stopped")
    }

    /// Lets a database that is there be reached first, so that no early request is refused; one that is away is not
    /// waited for.
    private static func wait(for hub: LiveHub) async {
        await withTaskGroup { group in
            group.addTask { _ = await hub.start() }
            group.addTask { try? await Task.sleep(for: .seconds(5)) }
            await group.next()
            group.cancelAll()
        }
    }

    /// Fills the store where that was asked for, and returns what lets it live on.
    private func demo(
        in store: any JournalEngine, _ hub: LiveHub
    ) async throws -> DemoService<ContinuousClock>? {
        if case .off = configuration.demo { return nil }
        _ = await hub.start()
        let filling = DemoFilling(store: store, policy: configuration.deliveries, clock: { .now })
        try await filling.fill()
        logger.info("demo: everything shown is made up")
        return DemoService(filling: filling, clock: ContinuousClock(), logger: logger)
    }

    private func application(_ pipeline: Pipeline) throws -> some Service {
        Application(
            router: try pipeline.router(),
            server: .http1(configuration: .init(additionalChannelHandlers: [ConnectionGuard(limits: .init())])),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.bind.host, port: configuration.bind.port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.maxConnections)),
            onServerRunning: listening,
            logger: logger)
    }

    @Sendable private func listening(_ channel: any Channel) async {
        let port = channel.localAddress?.port ?? configuration.bind.port
        let url = "http://\(configuration.bind.hostHeaderName):\(port)"
        logger.info("listening", metadata: ["url": "\(url)", "dashboard": "\(url)/dashboard"])
        await onListening(port)
    }
}

extension ServiceGroupConfiguration {
    /// Ends within 5 seconds of a signal: 3 for a clean end, then whoever still takes nothing is cut off.
    fileprivate static func serving(_ services: [any Service], logger: Logger) -> ServiceGroupConfiguration {
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        return configuration
    }
}
