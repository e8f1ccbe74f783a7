import MonitorCore
import MonitorTesting
import Testing

@Suite struct FacetContractTests {
    @Test(arguments: StoreCase.all)
    func `facets count what a filter matches by family, kind, level, workstream and time`(_ kind: StoreCase)
        async throws
    {
        try await kind.withStore { store, _ in
            let one = try await Sample(store, name: "one")
            let two = try await Sample(store, name: "two")
            _ = try await store.append([
                one.draft("a needle", source: "claude:1", kind: "tool_use", level: .info, at: at(10)),
                one.draft("b needle", source: "claude:2", kind: "tool_use", level: .error, at: at(20)),
                two.draft("c needle", source: "claudette:1", kind: "note", at: at(30)),
                two.draft("d", source: "claude", at: at(25)),
            ])
            let all = try await store.facets(of: UpdateFilter(), since: [at(25), at(31)])
            #expect(all.total == exactly(4) && all.tasks == exactly(2))
            #expect(all.sourceFamilies == ["claude": exactly(3), "claudette": exactly(1)])
            #expect(all.kinds == ["tool_use": exactly(2), "note": exactly(1)])
            #expect(all.levels == [.info: exactly(1), .error: exactly(1)])
            #expect(all.workstreams == [one.workstream.id: exactly(2), two.workstream.id: exactly(2)])
            #expect(all.since == [at(25): exactly(2), at(31): exactly(0)])

            var filter = UpdateFilter()
            filter.search = SearchQuery("needle")
            filter.sourceFamilies = ["claude"]
            let found = try await store.facets(of: filter, since: [at(20)])
            #expect(found.total == exactly(2) && found.tasks == exactly(1))
            #expect(found.sourceFamilies == ["claude": exactly(2)] && found.kinds == ["tool_use": exactly(2)])
            #expect(found.workstreams == [one.workstream.id: exactly(2)] && found.since == [at(20): exactly(1)])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a family is its name and all that begins with it and a colon`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            _ = try await store.append(
                ["ci", "ci:", "ci:a", "cix", "ci;", "CI:a", "other"].map { sample.draft($0, source: $0) })
            #expect(try await store.messages { $0.sourceFamilies = ["ci"] } == ["ci", "ci:", "ci:a"])
            let two = try await store.messages { filter in
                (filter.sourceFamilies, filter.sources) = (["ci"], ["ci:a", "other"])
            }
            #expect(two == ["ci", "ci:", "ci:a", "other"])
            #expect(try await store.messages { $0.sourceFamilies = ["none"] } == [])
        }
    }

    @Test(arguments: StoreCase.all)
    func `facets of what nothing matches are zero`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            for change: (inout UpdateFilter) -> Void in [
                { _ in }, { $0.kinds = ["none"] }, { $0.search = SearchQuery("%") },
            ] {
                var filter = UpdateFilter()
                change(&filter)
                let facets = try await store.facets(of: filter, since: [at(1)])
                #expect(facets == UpdateFacets(total: exactly(0), tasks: exactly(0), since: [at(1): exactly(0)]))
            }
        }
    }

    @Test(arguments: StoreCase.all)
    func `of very many updates the newest are counted, and the counts say so`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            for batch in 0..<6 {
                let drafts = (0..<1_000).map { _ in
                    sample.draft("word", source: "s", kind: batch == 0 ? "oldest" : "newer", at: at(1))
                }
                _ = try await store.append(drafts)
            }
            var filter = UpdateFilter()
            filter.search = SearchQuery("word")
            let facets = try await store.facets(of: filter, since: [at(0)])
            let most = UpdateFacets.Count(5_000, isExact: false)
            #expect(facets.total == most && facets.kinds == ["newer": most] && facets.since == [at(0): most])
            let all = try await store.facets(of: UpdateFilter(), since: [])
            #expect(all.total == exactly(6_000) && all.kinds == ["newer": exactly(5_000), "oldest": exactly(1_000)])
        }
    }

    @Test(arguments: StoreCase.all)
    func `a total that may stop says that there are at least so many`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            _ = try await store.append((0..<20).map { sample.draft("word \($0)", kind: $0 % 2 == 0 ? "even" : "odd") })
            for (limit, expected) in [(5, 5), (10, 10), (30, 10)] {
                let page = try await store.page { filter in
                    (filter.search, filter.kinds) = (SearchQuery("word"), ["even"])
                    filter.totalLimit = limit
                }
                #expect(page.total == expected && page.items.count == 10)
            }
        }
    }

    private func at(_ seconds: Int64) -> Timestamp { Timestamp(microseconds: seconds * 1_000_000) }

    private func exactly(_ count: Int) -> UpdateFacets.Count { UpdateFacets.Count(count, isExact: true) }
}
