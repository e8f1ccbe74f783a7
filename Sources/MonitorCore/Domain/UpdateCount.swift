/// How many updates a task got in a step of time.
package struct UpdateCount: Equatable, Sendable {
    package let taskID: TaskID
    /// The number of the step since 1970.
    package let step: Int64
    package let count: Int

    package init(taskID: TaskID, step: Int64, count: Int) {
        self.taskID = taskID
        self.step = step
        self.count = count
    }

    /// The number of the step that `time` is in.
    package static func step(of time: Timestamp, lasting duration: Duration) -> Int64 {
        let length = Timestamp(microseconds: 0).advanced(by: duration).microseconds
        return (time.microseconds / length) - (time.microseconds % length < 0 ? 1 : 0)
    }
}
