import MonitorClient
import MonitorCore
import MonitorTesting

/// A workstream with a task on a server, to post to.
struct Board: Sendable {
    let workstream: WorkstreamID
    let task: TaskID

    init(on server: ServerProcess, name: String = "Board") async throws {
        let client = server.client()
        workstream = try await client.createWorkstream(WorkstreamDraft(name: name)).id()
        task = try await client.createTask(TaskDraft(workstreamID: workstream, name: "\(name) task")).id()
    }

    func draft(_ message: String, kind: String? = nil, tags: [String] = []) -> UpdateDraft {
        UpdateDraft(
            taskID: task, content: UpdateContent(source: "manual", message: message, kind: kind, tags: tags))
    }

    /// The body of a post to `/api/updates/manual`.
    func body(_ message: String) -> [UInt8] { draft(message).manualJSON }

    /// Posts updates by batches over one connection and returns their seqs.
    @discardableResult
    func postBatches(_ messages: [String], to server: ServerProcess, size: Int = 500) async throws -> [Seq] {
        try await BlockingThread.run {
            var http = try HTTPWire(to: server.port)
            var seqs: [Seq] = []
            for start in stride(from: 0, to: messages.count, by: size) {
                let items = messages[start..<min(start + size, messages.count)].map { draft($0).json }
                let answer = try http.post("/api/updates/batch", JSONWriter.array(json: items))
                let results = answer.json?["results"]?.array ?? []
                seqs += results.compactMap { $0["update", "seq"]?.int }
                guard results.count == items.count else {
                    throw WireFailure.refused(status: answer.status, body: answer.text)
                }
            }
            return seqs
        }
    }
}

extension HTTPWire {
    /// Posts an update and returns its seq; anything but 201 is thrown.
    mutating func post(_ message: String, on board: Board) throws -> Seq {
        let answer = try post("/api/updates/manual", board.body(message))
        guard answer.status == 201, let seq = answer.json?["seq"]?.int else {
            throw WireFailure.refused(status: answer.status, body: answer.text)
        }
        return seq
    }
}

extension JSONValue {
    /// The row's id.
    func id<Entity>() throws -> ID<Entity> {
        guard let id = self["id"]?.string.flatMap(ID<Entity>.init) else {
            throw WireFailure.malformed("no id in \(raw.text)")
        }
        return id
    }

    /// A field of each item of a list.
    func items(_ field: String) -> [String] { self["items"]?.array?.compactMap { $0[field]?.string } ?? [] }

    var seqs: [Seq] { self["items"]?.array?.compactMap { $0["seq"]?.int } ?? [] }
}
