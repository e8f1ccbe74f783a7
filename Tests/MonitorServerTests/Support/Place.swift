import MonitorStorage
import MonitorCore
import Testing

/// A workstream and a task in it, made over HTTP.
struct Place: Sendable {
    let workstream: String
    let task: String

    init(_ server: TestServer, name: String = "sample") async throws {
        workstream = try await server.post("/api/workstreams", #"{"name":"\#(name)"}"#).require("id")
        task = try await server.post("/api/tasks", #"{"workstream_id":"\#(workstream)","name":"\#(name)"}"#)
            .require("id")
    }

    /// The body of an update for the task, with further members.
    func update(_ message: String = "hello", _ rest: String = "") -> String {
        #"{"task_id":"\#(task)","source":"test","message":"\#(message)"\#(rest)}"#
    }
}

extension TestServer {
    /// Posts an update and returns its seq.
    func postUpdate(_ body: String) async throws -> Int {
        let answer = try await post("/api/updates", body)
        return try #require(answer.json?["seq"]?.int.map(Int.init), "\(answer.text)")
    }

    /// The seq of the newest journal entry.
    var head: Int { get async throws { Int(try await store.bounds().head) } }
}
