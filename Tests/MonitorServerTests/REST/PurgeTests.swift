import HTTPTypes
import MonitorTesting
import MonitorStorage
import MonitorCore
import MonitorLive
import Testing

@testable import MonitorServer

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Deleting what should never have been stored.
@Suite struct PurgeTests {
    private static let secret = "ghp-Zq9xW7secretK3yM1"

    @Test func `a deleted update is gone from every answer, and the stream has its tombstone`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let kept = try await server.postUpdate(place.update("kept", #","tags":["t"]"#))
            let rest = #","tags":["t","only"],"kind":"k","level":"error","data":{"key":"\#(Self.secret)"}"#
            let made = try await server.post("/api/updates", place.update(Self.secret, rest))
            let (id, seq) = (try made.require("id"), try #require(made["seq"]))
            let deleted = try await server.delete("/api/updates/\(id)")
            #expect(deleted.status == 204)
            #expect(deleted.text.isEmpty)

            for reference in [id, seq] { #expect(try await server.get("/api/updates/\(reference)").status == 404) }
            for (query, total) in [
                ("", 1), ("?q=\(Self.secret)", 0), ("?tag=only", 0), ("?tag=t", 1), ("?kind=k", 0), ("?level=error", 0),
                ("?task_id=\(place.task)&tag=t", 1), ("?source=test", 1), ("?workstream_id=\(place.workstream)", 1),
            ] {
                let list = try await server.get("/api/updates\(query)")
                #expect(list.total == total, "\(query)")
                #expect(list.items.count == total, "\(query)")
            }
            let task = try await server.get("/api/tasks/\(place.task)")
            #expect(task["last_seq"] == "\(kept)")
            #expect(task.string("last_message") == "kept")
            #expect(task["update_count"] == "1")
            #expect(task["error_count"] == "0")

            let entries = try await server.store.entries(after: 0, matching: StreamFilter(), limit: 100).entries
            #expect(entries.map(\.event) == [.workstreamCreated, .taskCreated, .update, .updateDeleted])
            #expect(
                entries.last.map { String(decoding: $0.json, as: UTF8.self) }
                    == #"{"seq":\#(seq),"id":"\#(id)","task_id":"\#(place.task)"}"#)
            #expect(!entries.contains { String(decoding: $0.json, as: UTF8.self).contains(Self.secret) })
            #expect(try await server.delete("/api/updates/\(id)").status == 404)
        }
    }

    @Test func `a deleted update's seq and id are not used again`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let made = try await server.post("/api/updates", place.update("m"), headers: [.idempotencyKey: "k"])
            _ = try await server.delete("/api/updates/\(try made.require("id"))")
            let again = try await server.post("/api/updates", place.update("m"), headers: [.idempotencyKey: "k"])
            #expect(again.status == 409)
            #expect(try await server.postUpdate(place.update("next")) == 5)
        }
    }

    @Test func `a deleted task takes its updates along`() async throws {
        try await withTestServer { server in
            let (gone, other) = (try await Place(server, name: "gone"), try await Place(server, name: "other"))
            for place in [gone, other] {
                _ = try await server.postUpdate(place.update(Self.secret, #","tags":["t"]"#))
            }
            #expect(try await server.delete("/api/tasks/\(gone.task)").status == 204)
            #expect(try await server.get("/api/tasks/\(gone.task)").status == 404)
            #expect(try await server.delete("/api/tasks/\(gone.task)").status == 404)
            #expect(try await server.get("/api/tasks").total == 1)
            #expect(try await server.get("/api/updates").total == 1)
            #expect(try await server.get("/api/updates?task_id=\(gone.task)").total == 0)
            #expect(try await server.get("/api/updates?workstream_id=\(gone.workstream)").total == 0)
            #expect(try await server.get("/api/updates?tag=t").total == 1)
            #expect(try await server.get("/api/updates?q=\(Self.secret)").total == 1)
            #expect(try await server.post("/api/updates", gone.update()).status == 404)
            #expect(try await server.patch("/api/tasks/\(gone.task)", #"{"name":"x"}"#).status == 404)
            let last = try await server.store.entries(after: 0, matching: StreamFilter(), limit: 100).entries.last
            #expect(last?.event == .taskDeleted)
            #expect(
                last.map { String(decoding: $0.json, as: UTF8.self) }
                    == #"{"id":"\#(gone.task)","workstream_id":"\#(gone.workstream)"}"#)
        }
    }

    /// Where the secret stands, and which request removes it.
    @Test(
        .enabled(if: StoreCase.isFile),
        arguments: [
            #""message":"\#(secret)""#, #""message":"m","data":{"k":"\#(secret)"}"#,
            #""message":"m","tags":["\#(secret)"]"#,
            #""message":"m","kind":"\#(secret)""#, #""message":"m","author":"\#(secret)""#,
        ], ["update", "task"])
    func `no file of the database has a trace of it afterwards`(fields: String, target: String) async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            for index in 0..<20 { _ = try await server.postUpdate(place.update("before \(index)")) }
            let body = #"{"task_id":"\#(place.task)","source":"s",\#(fields)}"#
            let id = try await server.post("/api/updates", body).require("id")
            _ = try await server.patch("/api/tasks/\(place.task)", #"{"status":"blocked"}"#)
            #expect(try server.files(holding: Self.secret) != [])
            let uri = target == "update" ? "/api/updates/\(id)" : "/api/tasks/\(place.task)"
            #expect(try await server.delete(uri).status == 204)
            // The writer empties the WAL before it takes the next command.
            _ = try await server.post("/api/workstreams", #"{"name":"after"}"#)
            #expect(try server.files(holding: Self.secret) == [])
        }
    }

    @Test func `a deleted task's name and summary leave no trace`() async throws {
        try await withTestServer { server in
            let place = try await Place(server, name: Self.secret)
            let other = try await Place(server, name: "other")
            _ = try await server.patch(
                "/api/tasks/\(other.task)", #"{"name":"\#(Self.secret)","summary_text":"\#(Self.secret)"}"#)
            for task in [place.task, other.task] {
                #expect(try await server.delete("/api/tasks/\(task)").status == 204)
            }
            _ = try await server.patch("/api/workstreams/\(place.workstream)", #"{"name":"after"}"#)
            let entries = try await server.store.entries(after: 0, matching: StreamFilter(), limit: 100).entries
            let left = entries.filter { String(decoding: $0.json, as: UTF8.self).contains(Self.secret) }
            // The workstream was named so too, and was not deleted.
            #expect(left.map(\.event) == [.workstreamCreated])
        }
    }
}

extension TestServer {
    /// The names of the store's files that hold the text, in any of its words' cases.
    fileprivate func files(holding text: String) throws -> [String] {
        let words = text.split(separator: "-").filter { $0.utf8.count > 8 }.map { Data($0.lowercased().utf8) }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
            let bytes = try Data(contentsOf: URL(filePath: folder.file(name))).map { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            }
            return words.contains { Data(bytes).firstRange(of: $0) != nil }
        }
    }
}
