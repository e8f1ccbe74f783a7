import Logging
import MonitorCore
import ServiceLifecycle

/// Ends what has expired: once a minute, since an open page is a use that no request tells of.
struct SessionService<C: Clock>: Service where C.Duration == Duration {
    let sessions: BrowserSessions
    let clock: C
    let logger: Logger
    var interval: Duration = .seconds(60)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await clock.sleep(for: interval) } catch { return }
                await sweep()
            }
        }
    }

    private func sweep() async {
        do {
            try await sessions.sweep()
        } catch {
            logger.warning("browser sessions could not be swept", metadata: ["error": "\(error)"])
        }
    }
}
