import MonitorLive
import ServiceLifecycle

/// Lets idle streams send a comment every 15 seconds (the interval that proxies and EventSource polyfills live with).
struct HeartbeatService<C: Clock>: Service where C.Duration == Duration {
    let hub: LiveHub
    let clock: C
    var interval: Duration = .seconds(15)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await clock.sleep(for: interval)
                } catch {
                    return
                }
                hub.beat()
            }
        }
    }
}
