import MonitorCore
import MonitorTesting
import Testing

@Suite struct UpdateListContractTests {
    @Test(arguments: StoreCase.all)
    func `several filters give a page each`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let (one, two) = (try await Sample(store), try await Sample(store))
            _ = try await store.append([one.draft("a"), two.draft("b"), one.draft("c"), one.draft("d")])
            var (ofOne, ofNone, ofTwo) = (UpdateFilter(), UpdateFilter(), UpdateFilter())
            (ofOne.taskID, ofOne.order, ofOne.limit) = (one.task.id, .desc, 2)
            (ofNone.taskID, ofTwo.taskID) = (.make(), two.task.id)
            let pages = try await store.updates([ofOne, ofNone, ofTwo])
            #expect(pages.map { $0.items.map(\.content.message) } == [["d", "c"], [], ["b"]])
            #expect(pages.map(\.total) == [3, 0, 1])
        }
    }

    @Test(arguments: StoreCase.all)
    func `each filter finds its updates in both orders, with the exact total`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let one = try await Sample(store, name: "one")
            let two = try await Sample(store, name: "two")
            _ = try await store.append([
                one.draft("a needle", source: "s1", kind: "k1", level: .info, tags: ["x", "y"]),
                two.draft("b", source: "s2", kind: "k2", level: .error, tags: ["y"]),
                one.draft("c needle-work", source: "s1", kind: "k2", level: .error, tags: ["z"]),
                two.draft("d", source: "s3"),
            ])
            let cases: [(String, (inout UpdateFilter) -> Void)] = [
                ("abcd", { _ in }),
                ("ac", { $0.taskID = one.task.id }),
                ("bd", { $0.workstreamID = two.workstream.id }),
                (
                    "",
                    {
                        $0.taskID = one.task.id; $0.workstreamID = two.workstream.id
                    }
                ),
                ("", { $0.taskID = .make() }),
                ("ac", { $0.sources = ["s1"] }),
                ("abc", { $0.sources = ["s1", "s2", "none"] }),
                ("", { $0.sources = ["none"] }),
                ("bc", { $0.kinds = ["k2"] }),
                ("abc", { $0.kinds = ["k1", "k2"] }),
                ("bc", { $0.levels = [.error] }),
                ("ab", { $0.tags = ["y"] }),
                ("ab", { $0.tags = ["x", "y"] }),
                ("abc", { $0.tags = ["x", "y", "z"] }),
                (
                    "a",
                    {
                        $0.tags = ["x", "y"]; $0.taskID = one.task.id
                    }
                ),
                (
                    "c",
                    {
                        $0.taskID = one.task.id; $0.levels = [.error]
                    }
                ),
                (
                    "c",
                    {
                        $0.kinds = ["k2"]; $0.sources = ["s1"]
                    }
                ),
                ("ac", { $0.search = SearchQuery("needle") }),
                (
                    "a",
                    {
                        $0.search = SearchQuery("needle"); $0.kinds = ["k1"]
                    }
                ),
                ("c", { $0.search = SearchQuery("\"needle work\"") }),
                ("ac", { $0.search = SearchQuery("need*") }),
                ("c", { $0.search = SearchQuery("needle wor*") }),
                ("ab", { $0.search = SearchQuery("y") }),
                ("", { $0.search = SearchQuery("needle AND OR") }),
                ("", { $0.search = SearchQuery("%") }),
            ]
            for (index, (expected, change)) in cases.enumerated() {
                let page = try await store.page(change)
                #expect(page.items.compactMap(\.content.message.first) == Array(expected), "case \(index)")
                #expect(page.total == expected.count, "case \(index)")
                let reversed = try await store.page { filter in
                    change(&filter); filter.order = .desc
                }
                #expect(reversed.items.map(\.seq) == page.items.map(\.seq).reversed(), "case \(index)")
            }
        }
    }

    @Test(arguments: StoreCase.all)
    func `a total counts all that match, whatever the page and the range`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let drafts = (0..<100).map { sample.draft("m\($0)", tags: $0 % 2 == 0 ? ["even"] : ["odd", "even"]) }
            let seqs = try await store.append(drafts).compactMap(\.seq)
            for after in [0, 1, 30, 50, 70, 99, 100] {
                let cursor = after == 0 ? 0 : seqs[after - 1]
                for tags in [[], ["odd"], ["odd", "even"]] {
                    let page = try await store.page { filter in
                        (filter.afterSeq, filter.tags, filter.limit) = (cursor, tags, 7)
                    }
                    let expected = (after..<100).filter { tags != ["odd"] || $0 % 2 == 1 }
                    #expect(page.total == expected.count, "after \(after) with \(tags)")
                    #expect(page.items.map(\.content.message) == expected.prefix(7).map { "m\($0)" })
                }
                let before = try await store.page { $0.beforeSeq = cursor }
                #expect(before.total == after - (after == 0 ? 0 : 1))
            }
            #expect(try await store.page { $0.afterSeq = .max }.total == 0)
        }
    }

    @Test(arguments: StoreCase.all)
    func `times bound a list exactly, also where they do not rise with seq`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let times: [Int64] = [100, 200, 50, 300, 250, 400, 20, 500]
            _ = try await store.append(times.map { sample.draft("\($0)", at: Timestamp(microseconds: $0)) })
            for since: Int64? in [nil, 0, 50, 51, 200, 260, 500, 501] {
                for until: Int64? in [nil, 0, 20, 55, 250, 300, 500, 900] {
                    let page = try await store.page { filter in
                        filter.since = since.map(Timestamp.init)
                        filter.until = until.map(Timestamp.init)
                    }
                    let expected = times.filter { $0 >= since ?? .min && $0 <= until ?? .max }
                    #expect(
                        page.items.map(\.content.message) == expected.map(String.init),
                        "\(since as Any) \(until as Any)")
                    #expect(page.total == expected.count)
                }
            }
        }
    }
}
