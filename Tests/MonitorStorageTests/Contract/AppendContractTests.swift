import MonitorCore
import MonitorTesting
import Testing

@Suite struct AppendContractTests {
    @Test(arguments: StoreCase.all)
    func `an update comes back to the letter`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, published in
            let sample = try await Sample(store)
            let draft = sample.draft(
                "line\r\nbreak \u{2028} \u{1F600} \u{FFFD}", source: "s' OR 1=1 --", kind: "tool_use", level: .warn,
                tags: ["a,b", "", "\"q\"", "a,b"],
                data: try RawJSON(parsing: #"{"big":12345678901234567890,"x":1e400,"z":"\u0000","a":1.0}"#))
            let outcome = try await store.appendOne(draft)
            let seq = try #require(outcome.seq)
            let update = try #require(try await store.update(.seq(seq)))
            #expect(update.content == draft.content && update.taskID == sample.task.id)
            #expect(try await store.update(.id(update.id)) == update)
            let json = try #require(outcome.storedJSON)
            #expect(json == update.json)
            let entry = try #require(await published.first(3).last)
            #expect(entry.json == json && entry.seq == seq && entry.keys.workstreamID == sample.workstream.id)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a bad draft fails alone`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let stranger = UpdateDraft(taskID: .make(), content: UpdateContent(source: "s", message: "m"))
            let outcomes = try await store.append([sample.draft("one"), stranger, sample.draft("two")])
            #expect(outcomes.map(\.isStored) == [true, false, true])
            #expect(outcomes[1].error?.code == .notFound)
            #expect(try await store.messages() == ["one", "two"])
        }
    }

    @Test(arguments: StoreCase.all)
    func `seqs rise without a repeat across concurrent writers, and are published in order`(_ kind: StoreCase)
        async throws
    {
        try await kind.withStore { store, published in
            let sample = try await Sample(store)
            let seqs = try await withThrowingTaskGroup(of: [Seq].self) { group in
                for writer in 0..<16 {
                    group.addTask {
                        var seqs: [Seq] = []
                        for index in 0..<50 {
                            seqs.append(try #require(try await store.appendOne(sample.draft("\(writer).\(index)")).seq))
                        }
                        return seqs
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(seqs.allSatisfy { $0 == $0.sorted() })
            let all = seqs.flatMap { $0 }
            #expect(Set(all).count == 800)
            let entries = await published.first(802)
            #expect(entries.map(\.seq) == entries.map(\.seq).sorted() && entries.count == 802)
            #expect(try await store.page().total == 800)
        }
    }

    @Test(arguments: StoreCase.all)
    func `a reopened store goes on where it was`(_ kind: StoreCase) async throws {
        let place = try TemporaryFolder()
        var task: TaskID?
        try await kind.withStore(in: place) { store, _ in
            let sample = try await Sample(store)
            task = sample.task.id
            let outcome = try await store.appendOne(sample.draft("kept", tags: ["t"]))
            try await store.deleteUpdate(.seq(try #require(outcome.seq)))
        }
        try await kind.withStore(in: place) { store, _ in
            let head = try await store.bounds().head
            let draft = UpdateDraft(taskID: try #require(task), content: UpdateContent(source: "s", message: "next"))
            let seq = try #require(try await store.appendOne(draft).seq)
            #expect(head == 4 && seq == 5, "the seq of a purged update is not used again")
        }
    }

    @Test(arguments: StoreCase.all)
    func `an id sent again stores nothing and answers with the first`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let id = UpdateID.make()
            let first = try await store.appendOne(sample.draft("once", id: id))
            let again = try await store.append([sample.draft("once", id: id), sample.draft("other", id: id)])
            #expect(again[0].isRepeated && again[0].seq == first.seq)
            #expect(again[1].error?.code == .conflict)
            #expect(try await store.page().total == 1)
        }
    }

    @Test(arguments: StoreCase.all)
    func `fifty deliveries of one key at once are stored once`(_ kind: StoreCase) async throws {
        try await kind.withStore { store, _ in
            let sample = try await Sample(store)
            let outcomes = try await withThrowingTaskGroup(of: AppendOutcome.self) { group in
                for _ in 0..<50 { group.addTask { try await store.appendOne(sample.draft("m", key: "delivery-1")) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter(\.isStored).count == 1 && outcomes.filter(\.isRepeated).count == 49)
            #expect(Set(outcomes.compactMap(\.seq)).count == 1)
            #expect(try await store.appendOne(sample.draft("n", key: "delivery-1")).error?.code == .conflict)
            #expect(try await store.page().total == 1)
        }
    }
}
