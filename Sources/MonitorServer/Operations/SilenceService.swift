import Logging
import MonitorCore
import ServiceLifecycle

/// Looks for sessions that have said nothing for too long: a crash or an interrupt ends one without an event.
struct SilenceService<C: Clock>: Service where C.Duration == Duration {
    let store: any JournalStore
    let limits: SilenceLimits
    let clock: C
    let logger: Logger
    var interval: Duration = .seconds(15)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await clock.sleep(for: interval) } catch { return }
                await age()
            }
        }
    }

    private func age() async {
        do {
            _ = try await store.ageSessions(limits)
        } catch {
            logger.warning("sessions could not be aged", metadata: ["error": "\(error)"])
        }
    }
}
