import Logging
import MonitorCore
import MonitorLive
import ServiceLifecycle

/// Reads the last hour of the journal once, beside a server that is already at work.
struct RecentActivityService: Service {
    let store: any JournalStore
    let activity: RecentActivity
    /// Commits after its beginning are recorded as they happen.
    let hub: LiveHub
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            if let head = await hub.start() { await read(through: head) }
        }
        try await gracefulShutdown()
    }

    private func read(through head: Seq) async {
        let since = Timestamp.now.advanced(by: .zero - RecentActivity.step * RecentActivity.stepCount)
        do {
            activity.add(try await store.updateCounts(since: since, through: head, per: RecentActivity.step))
        } catch {
            logger.warning("the last hour's activity could not be read", metadata: ["error": "\(error)"])
        }
    }
}
