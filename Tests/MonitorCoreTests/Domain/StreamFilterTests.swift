import MonitorCore
import Testing

@Suite struct StreamFilterTests {
    static let (task, otherTask) = (TaskID(high: 1, low: 1), TaskID(high: 1, low: 2))
    static let (stream, otherStream) = (WorkstreamID(high: 2, low: 1), WorkstreamID(high: 2, low: 2))

    static let update = entry(
        .update,
        .init(taskID: task, workstreamID: stream, source: "manual", kind: "note", level: .warn, tags: ["a", "b"]))
    static let bare = entry(.update, .init(taskID: task, workstreamID: stream, source: "manual"))
    static let change = entry(.taskUpdated, .init(taskID: task, workstreamID: stream))
    static let moved = entry(
        .taskUpdated, .init(taskID: task, workstreamID: otherStream, previousWorkstreamID: stream))
    static let created = entry(.workstreamCreated, .init(workstreamID: stream))

    /// A filter and whether it lets pass an update, one with nothing but a source, a task's change, a move and a
    /// workstream's creation.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let filter: StreamFilter
        let passes: [Bool]

        init(_ description: String, _ passes: [Bool], _ set: (inout StreamFilter) -> Void) {
            testDescription = description
            self.passes = passes
            var filter = StreamFilter()
            set(&filter)
            self.filter = filter
        }
    }

    static let cases = [
        Case("nothing", [true, true, true, true, true]) { _ in },
        Case("task", [true, true, true, true, false]) { $0.taskIDs = [task] },
        Case("other task", [false, false, false, false, false]) { $0.taskIDs = [otherTask] },
        Case("either task", [true, true, true, true, false]) { $0.taskIDs = [otherTask, task] },
        Case("workstream, also of one that leaves", [true, true, true, true, true]) { $0.workstreamIDs = [stream] },
        Case("other workstream", [false, false, false, true, false]) { $0.workstreamIDs = [otherStream] },
        Case("source", [true, true, false, false, false]) { $0.sources = ["manual"] },
        Case("other source", [false, false, false, false, false]) { $0.sources = ["manua", "Manual", "manual "] },
        Case("kind", [true, false, false, false, false]) { $0.kinds = ["x", "note"] },
        Case("level", [true, false, false, false, false]) { $0.levels = [.warn, .error] },
        Case("other level", [false, false, false, false, false]) { $0.levels = [.info] },
        Case("tag", [true, false, false, false, false]) { $0.tags = ["z", "b"] },
        Case("other tag", [false, false, false, false, false]) { $0.tags = ["ab", ""] },
        Case("event update", [true, true, false, false, false]) { $0.events = [.update] },
        Case("event task_updated", [false, false, true, true, false]) { $0.events = [.taskUpdated] },
        Case("events", [true, true, false, false, true]) { $0.events = [.update, .workstreamCreated] },
        Case("event that a source excludes", [false, false, false, false, false]) {
            $0.events = [.taskUpdated]
            $0.sources = ["manual"]
        },
        Case("all parts", [true, false, false, false, false]) {
            $0.taskIDs = [task]
            $0.workstreamIDs = [stream]
            $0.sources = ["manual"]
            $0.kinds = ["note"]
            $0.levels = [.warn]
            $0.tags = ["a"]
            $0.events = [.update]
        },
        Case("one part that does not match", [false, false, false, false, false]) {
            $0.taskIDs = [task]
            $0.tags = ["c"]
        },
    ]

    @Test(arguments: cases)
    func `an entry passes where every part matches`(_ test: Case) {
        let entries = [
            StreamFilterTests.update, StreamFilterTests.bare, StreamFilterTests.change, StreamFilterTests.moved,
            StreamFilterTests.created,
        ]
        #expect(entries.map(test.filter.matches) == test.passes)
    }

    @Test func `a part that only updates have leaves state changes out`() {
        let parts: [(inout StreamFilter) -> Void] = [
            { $0.sources = ["s"] }, { $0.kinds = ["k"] }, { $0.levels = [.info] }, { $0.tags = ["t"] },
        ]
        for set in parts {
            var filter = StreamFilter()
            set(&filter)
            #expect(filter.wantsOnlyUpdates && !filter.isEmpty)
            #expect(EventName.allCases.filter(filter.wants) == [.update])
        }
        var filter = StreamFilter()
        filter.taskIDs = [StreamFilterTests.task]
        #expect(!filter.wantsOnlyUpdates && !filter.isEmpty)
        #expect(EventName.allCases.allSatisfy(filter.wants))
    }

    @Test func `texts are compared by their bytes as the store does`() {
        let composed = StreamFilterTests.entry(.update, .init(source: "caf\u{E9}", kind: "\u{E9}", tags: ["\u{E9}"]))
        var filter = StreamFilter()
        filter.sources = ["cafe\u{301}"]
        #expect(!filter.matches(composed))
        filter.sources = ["caf\u{E9}"]
        filter.tags = ["e\u{301}"]
        #expect(!filter.matches(composed))
        filter.tags = ["\u{E9}"]
        #expect(filter.matches(composed))
    }

    private static func entry(_ event: EventName, _ keys: JournalEntry.Keys) -> JournalEntry {
        JournalEntry(seq: 1, event: event, keys: keys, json: [])
    }
}
