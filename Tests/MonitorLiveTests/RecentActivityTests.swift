import MonitorCore
import MonitorLive
import Testing

@Suite struct RecentActivityTests {
    private let task = TaskID.make()
    /// In the middle of a step.
    private let now = Timestamp(microseconds: 1_000_000 * (300 * 5_000_000 + 150))

    private func entry(_ task: TaskID, ago: Duration, _ event: EventName = .update) -> JournalEntry {
        JournalEntry(
            seq: 1, event: event, keys: .init(taskID: task), timestamp: now.advanced(by: .zero - ago), json: [])
    }

    @Test func `an update counts in its step, and what is older than an hour does not count`() {
        let activity = RecentActivity()
        activity.record([
            entry(task, ago: .zero), entry(task, ago: .seconds(299)), entry(task, ago: .seconds(301)),
            entry(task, ago: .seconds(55 * 60)), entry(task, ago: .seconds(61 * 60)),
        ])
        #expect(activity.counts(of: task, now: now) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1])
    }

    @Test func `counts move on with the time although nothing comes`() {
        let activity = RecentActivity()
        activity.record([entry(task, ago: .zero)])
        let later = now.advanced(by: .seconds(25 * 60))
        #expect(activity.counts(of: task, now: later) == [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
        #expect(activity.counts(of: task, now: now.advanced(by: .seconds(3_600))).allSatisfy { $0 == 0 })
    }

    @Test func `an update that comes late counts where it belongs`() {
        let activity = RecentActivity()
        activity.record([entry(task, ago: .zero)])
        activity.record([entry(task, ago: .seconds(1_500))])
        #expect(activity.counts(of: task, now: now) == [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
    }

    @Test func `what was stored before is added to what came since`() {
        let activity = RecentActivity()
        activity.record([entry(task, ago: .zero)])
        let step = UpdateCount.step(of: now, lasting: RecentActivity.step)
        activity.add([
            UpdateCount(taskID: task, step: step, count: 4), UpdateCount(taskID: task, step: step - 2, count: 7),
            UpdateCount(taskID: task, step: step - 12, count: 9),
        ])
        #expect(activity.counts(of: task, now: now) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 5])
    }

    @Test func `state changes are no activity, and tasks have their own`() {
        let activity = RecentActivity()
        activity.record([entry(task, ago: .zero, .taskUpdated), entry(.make(), ago: .zero)])
        #expect(activity.counts(of: task, now: now).allSatisfy { $0 == 0 })
    }
}
