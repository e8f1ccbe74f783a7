import Dispatch
import Synchronization

/// Runs an actor on a thread of its own, so that its blocking calls hold up nobody else.
///
/// The cooperative pool has as many threads as the machine has cores; a few streams that wait for bytes would stop it.
final class ThreadExecutor: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let wakeUps = DispatchSemaphore(value: 0)

    init() throws {
        try Platform.startThread { [self] in runUntilStopped() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        wakeUps.signal()
    }

    /// Ends the thread once it has nothing to do; the actor calls this when nobody can reach it any more.
    func stop() {
        state.withLock { $0.isStopped = true }
        wakeUps.signal()
    }

    private func runUntilStopped() {
        while true {
            wakeUps.wait()
            let (jobs, isStopped) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isStopped)
            }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            if isStopped && jobs.isEmpty { return }
        }
    }
}
