package import MonitorCore
import Synchronization

/// How often each task was written to in the last hour, in steps of five minutes.
///
/// It hears of every commit, so that a page that shows a hundred tasks asks nobody. A mutex, because each step is short
/// and the writer's thread must not wait. Its size is bounded by the tasks of the last hour.
package final class RecentActivity: Sendable {
    package static let stepCount = 12
    package static let step: Duration = .seconds(300)

    private let state = Mutex(State())

    package init() {}

    /// Counts the updates of a commit.
    package func record(_ entries: [JournalEntry]) {
        state.withLock { state in
            for entry in entries where entry.event == .update {
                guard let task = entry.keys.taskID, let time = entry.timestamp else { continue }
                state.add(1, to: task, in: time.step)
            }
        }
    }

    /// Adds what was stored before the first commit that was recorded.
    package func add(_ counts: [UpdateCount]) {
        state.withLock { state in
            for count in counts { state.add(count.count, to: count.taskID, in: count.step) }
        }
    }

    /// The updates of the last twelve steps, the step of `now` last.
    package func counts(of task: TaskID, now: Timestamp) -> [Int] {
        state.withLock { $0.tasks[task]?.counts(through: now.step) } ?? Array(repeating: 0, count: Self.stepCount)
    }

    private struct State {
        var tasks: [TaskID: Steps] = [:]
        private var newest: Int64 = .min

        mutating func add(_ count: Int, to task: TaskID, in step: Int64) {
            if step > newest { forget(before: step) }
            if step <= newest - Int64(RecentActivity.stepCount) { return }
            tasks[task, default: Steps(newest: step)].add(count, in: step)
        }

        /// A new step has begun: what was not written to for an hour goes.
        private mutating func forget(before step: Int64) {
            newest = step
            tasks = tasks.filter { $0.value.newest > step - Int64(RecentActivity.stepCount) }
        }
    }

    /// The counts of one task; the last is that of the step `newest`.
    private struct Steps {
        var newest: Int64
        private var counts = Array(repeating: 0, count: RecentActivity.stepCount)

        init(newest: Int64) { self.newest = newest }

        mutating func add(_ count: Int, in step: Int64) {
            if step > newest { (counts, newest) = (self.counts(through: step), step) }
            let index = counts.count - 1 - Int(newest - step)
            if index >= 0 { counts[index] += count }
        }

        func counts(through step: Int64) -> [Int] {
            let shift = Int(clamping: step - newest)
            return counts.indices.map { counts.indices.contains($0 + shift) ? counts[$0 + shift] : 0 }
        }
    }
}

extension Timestamp {
    /// Which step since 1970 a moment is in.
    fileprivate var step: Int64 { UpdateCount.step(of: self, lasting: RecentActivity.step) }
}
