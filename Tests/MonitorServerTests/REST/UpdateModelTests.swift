import MonitorCore
import MonitorTesting
import Testing

@testable import MonitorServer

/// Row 41: random filters answer the same rows and totals as plain arrays.
@Suite struct UpdateModelTests {
    private static let sources = ["ci", "claude:1", "a%b", "a_b", "A", "o'brien", "x\\y"]
    private static let kinds = ["push", "k-2", "NEAR"]
    private static let levels = ["info", "warn", "error"]
    private static let tags = ["red", "Red", "blue", "a b", "100%", "\"q\"", "t*", "NOT"]
    private static let vocabulary = [
        "build", "Builder", "failed", "AND", "or", "Not", "near", "foo-bar", "foo", "bar", "a_b", "100%", "C++", "v1.2",
        "x",
    ]

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `random queries answer as the model does`(seed: UInt64) async throws {
        try await withTestServer { server in
            var random = SeededRandom(seed: seed)
            var model = try await Self.seed(server, &random)
            for round in 0..<2 {
                for _ in 0..<150 {
                    let query = Self.query(model, &random)
                    let answer = try await server.get(query.uri)
                    let expected = model.answer(query)
                    #expect(answer.status == 200, "\(query.uri)")
                    #expect(answer.total == expected.total, "seed \(seed): \(query.uri)")
                    #expect(answer.items == expected.items, "seed \(seed): \(query.uri)")
                }
                if round == 0 { try await Self.change(server, &model, &random) }
            }
        }
    }

    // MARK: What is stored

    private static func seed(_ server: TestServer, _ random: inout SeededRandom) async throws -> UpdateModel {
        var model = UpdateModel()
        var tasks: [String] = []
        for index in 0..<4 {
            let place = try await Place(server, name: "w\(index)")
            tasks.append(place.task)
            model.workstreams[place.task] = place.workstream
        }
        for _ in 0..<250 {
            // Clocks step back now and then.
            server.clock.advance(by: .seconds(random.chance(10) ? Int.random(in: -90 ... -1, using: &random) : 7))
            guard let task = random.pick(tasks) else { continue }
            model.rows.append(try await post(task, server, &random))
        }
        return model
    }

    private static func post(
        _ task: String, _ server: TestServer, _ random: inout SeededRandom
    ) async throws -> UpdateModel.Row {
        let source = random.pick(sources) ?? ""
        let kind = random.chance(70) ? random.pick(kinds) : nil
        let level = random.chance(70) ? random.pick(levels) : nil
        let tags = (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in random.pick(Self.tags) }
        let message = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in random.pick(Self.vocabulary) }
            .joined(separator: " ")
        var body = JSONWriter()
        body.member("task_id", task)
        body.member("source", source)
        body.member("message", message)
        body.member("kind", kind)
        body.member("level", level)
        body.member("tags", tags)
        let answer = try await server.post("/api/updates", String(decoding: body.finish(), as: UTF8.self))
        return UpdateModel.Row(
            seq: Int(try #require(answer.json?["seq"]?.int, "\(answer.text)")), task: task, source: source, kind: kind,
            level: level, tags: tags, message: message, time: server.clock.now, json: answer.text)
    }

    /// Moves a task and purges some updates, so that kept totals have to follow.
    private static func change(
        _ server: TestServer, _ model: inout UpdateModel, _ random: inout SeededRandom
    ) async throws {
        let tasks = model.workstreams.keys.sorted()
        let (moved, target) = (tasks[0], try #require(model.workstreams[tasks[1]]))
        #expect(try await server.patch("/api/tasks/\(moved)", #"{"workstream_id":"\#(target)"}"#).status == 200)
        model.workstreams[moved] = target
        for _ in 0..<25 {
            let index = Int.random(in: model.rows.indices, using: &random)
            #expect(try await server.delete("/api/updates/\(model.rows[index].seq)").status == 204)
            model.rows.remove(at: index)
        }
    }

    // MARK: What is asked

    private static func query(_ model: UpdateModel, _ random: inout SeededRandom) -> UpdateModel.Query {
        func some(_ values: [String], _ percent: Int, _ random: inout SeededRandom) -> [String] {
            guard random.chance(percent) else { return [] }
            let values = values + ["absent"]
            return (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in random.pick(values) }
        }
        func time(_ random: inout SeededRandom) -> Timestamp? {
            guard random.chance(20), let time = random.pick(model.rows)?.time else { return nil }
            return time.advanced(by: .microseconds(Int.random(in: -1...1, using: &random)))
        }
        let head = model.rows.last?.seq ?? 0
        var query = UpdateModel.Query()
        if random.chance(25) { query.task = random.pick(model.workstreams.keys.sorted()) }
        if random.chance(20) { query.workstream = random.pick(model.workstreams.values.sorted()) }
        query.sources = some(sources, 25, &random)
        query.kinds = some(kinds, 25, &random)
        query.levels = some(levels, 25, &random).filter { $0 != "absent" }
        query.tags = some(tags, 30, &random)
        if random.chance(30) { query.search = search(&random) }
        if random.chance(25) { query.after = Int.random(in: 0...head + 2, using: &random) }
        if random.chance(25) { query.before = Int.random(in: 0...head + 2, using: &random) }
        query.since = time(&random)
        query.until = time(&random)
        if random.chance(60) { query.order = random.chance(50) ? "asc" : "desc" }
        if random.chance(50) { query.limit = Int.random(in: -2...260, using: &random) }
        return query
    }

    private static func search(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...3, using: &random)).compactMap { _ -> String? in
            guard let word = random.pick(vocabulary + ["absent", "red", "--", "(", "^"]) else { return nil }
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: return word.prefix(3) + "*"
            case 2, 3: return "\"\(word) \(random.pick(vocabulary) ?? "")\""
            default: return word
            }
        }.joined(separator: " ")
    }
}
