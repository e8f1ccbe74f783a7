import MonitorCore
import MonitorTesting
import Testing

@Suite struct UpdateCountContractTests {
    @Test(arguments: StoreCase.all)
    func `updates are counted by task and step of time, late ones too`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let samples = [try await Sample(store, name: "a"), try await Sample(store, name: "b")]
            let start = Timestamp(microseconds: 600_000_000 * 3_000_000)
            // 700 comes after a newer one: it is late.
            for (sample, seconds) in [(0, 10), (0, 299), (1, 301), (0, 1_000), (0, 700), (0, -1)] {
                let time = start.advanced(by: .seconds(seconds))
                _ = try await store.appendOne(samples[sample].draft("m", at: time))
            }
            let head = try await store.bounds().head
            _ = try await store.appendOne(samples[0].draft("after", at: start.advanced(by: .seconds(10))))
            let counts = try await store.updateCounts(since: start, through: head, per: .seconds(300))
            let first = UpdateCount.step(of: start, lasting: .seconds(300))
            let expected = [(0, 0, 2), (0, 2, 1), (0, 3, 1), (1, 1, 1)].map { sample, step, count in
                UpdateCount(taskID: samples[sample].task.id, step: first + Int64(step), count: count)
            }
            #expect(counts.count == expected.count)
            #expect(expected.allSatisfy(counts.contains))
        }
    }
}
