import Crypto
import Foundation
import HTTPTypes
import MonitorCore
import MonitorStorage
import Testing

@testable import MonitorServer

@Suite struct SourceRoutesTests {
    static let prompt = #"{"session_id":"s","cwd":"/src/shop","hook_event_name":"UserPromptSubmit","prompt":"Fix it"}"#

    @Test func `an agent's hook is stored and reads an empty object`() async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/sources/claude-code", Self.prompt)
            #expect(answer.status == 200 && answer.text == "{}")
            let updates = try await server.get("/api/updates?source=claude:s")
            #expect(updates.json?["total"]?.int == 1)
            #expect(updates.text.contains("Fix it"))
        }
    }

    @Test(arguments: [
        "task_id=nonsense", "task_id=0197a000-0000-7000-8000-000000000000", "workstream_id=x", "unknown=1", "%zz",
    ])
    func `an agent's hook with a mistyped address is stored all the same`(_ query: String) async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/sources/claude-code?\(query)", Self.prompt)
            #expect(answer.status == 200 && answer.text == "{}")
            #expect(try await server.get("/api/updates").json?["total"]?.int == 1)
        }
    }

    @Test(arguments: ["", "x", #"{"a":"#, "\u{0}", "{\"a\":1}}"])
    func `a body that is no JSON is refused and counted`(_ body: String) async throws {
        try await withTestServer { server in
            #expect(try await server.post("/api/sources/claude-code", body).status == 400)
            let sources = try await server.get("/api/sources")
            let row = try #require(sources.json?["items"]?.array?.first { $0["name"]?.string == "claude-code" })
            #expect(row["refused"]?.int == 1 && row["accepted"]?.int == 0)
        }
    }

    @Test func `what is nested too deeply is cut, and the rest is stored`() async throws {
        try await withTestServer { server in
            let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
            let body = #"{"hook_event_name":"Stop","session_id":"s","x":\#(deep),"last_assistant_message":"Done."}"#
            let answer = try await server.post("/api/sources/claude-code", body)
            #expect(answer.status == 200)
            #expect(try await server.get("/api/updates").text.contains("Done."))
        }
    }

    /// Not written out, so that no scanner of this repository takes it for one that was lost.
    static let secret = ["gh", "p_", String(repeating: "aB3", count: 12)].joined()

    @Test(arguments: [
        (DeliveryPolicy.Redaction.on, false, true), (.all, false, false), (.off, true, true),
    ])
    func `secrets are hidden before anything is stored or streamed, as far as it is wanted`(
        _ redaction: DeliveryPolicy.Redaction, _ showsDelivered: Bool, _ showsPosted: Bool
    ) async throws {
        try await withTestServer(deliveries: DeliveryPolicy(redaction: redaction)) { server in
            let body = #"{"hook_event_name":"UserPromptSubmit","session_id":"s","prompt":"use \#(Self.secret) here"}"#
            _ = try await server.post("/api/sources/claude-code", body)
            let delivered = try await server.get("/api/updates").text + server.get("/api/tasks").text
            #expect(delivered.contains(Self.secret) == showsDelivered)
            let place = try await Place(server)
            let posted = try await server.post("/api/updates", place.update("use \(Self.secret) here"))
            #expect(posted.text.contains(Self.secret) == showsPosted)
            let head = try await server.head
            let entries = try await server.store.entries(after: 0, matching: StreamFilter(), limit: head).entries
            let streamed = entries.map { String(decoding: $0.json, as: UTF8.self) }.joined()
            #expect(streamed.contains(Self.secret) == (showsDelivered || showsPosted))
        }
    }

    @Test func `a long response is cut with a note of its length`() async throws {
        try await withTestServer { server in
            let long = String(repeating: "x", count: 300_000)
            let body =
                #"{"hook_event_name":"PostToolUse","tool_name":"Bash","session_id":"s","tool_response":"\#(long)"}"#
            let answer = try await server.post("/api/sources/claude-code", body)
            #expect(answer.status == 200)
            let update = try await server.get("/api/updates").text
            #expect(update.contains("[cut: 300000 bytes]"))
            #expect(update.utf8.count < 20_000)
        }
    }

    @Test func `a source that is not there says which are`() async throws {
        try await withTestServer { server in
            let answer = try await server.post("/api/sources/claude", "{}")
            #expect(answer.status == 404)
            #expect(answer.message.contains("claude-code"))
        }
    }

    @Test func `a task is pinned by its id, and a stranger's id is an error for a forge`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            let uri = "/api/sources/github?task_id="
            #expect(try await server.post(uri + place.task, "{}").string("task_id") == place.task)
            #expect(try await server.post(uri + "x", "{}").status == 400)
            #expect(try await server.post(uri + "0197a000-0000-7000-8000-000000000000", "{}").status == 404)
        }
    }

    @Test func `a delivery that comes fifty times at once is one update`() async throws {
        try await withTestServer { server in
            let name = try #require(HTTPField.Name("X-GitHub-Delivery"))
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await server.post("/api/sources/github", #"{"zen":"z"}"#, headers: [name: "d-1"]).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0 == 201 } == 1)
            #expect(answers.count { $0 == 200 } == 49)
            #expect(try await server.get("/api/updates").json?["total"]?.int == 1)
        }
    }
}

/// Deliveries of forges that prove themselves.
@Suite struct SignedDeliveryTests {
    static let secret = "the secret"
    static let policy = DeliveryPolicy(secrets: WebhookSecrets(gitHub: secret, gitLab: "token"))

    static func signature(of body: String, secret: String = secret) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(body.utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return "sha256=" + code.map { String(format: "%02x", $0) }.joined()
    }

    @Test(arguments: [TrustPolicy.Mode.relaxed, .strict])
    func `a valid signature is the authentication`(_ mode: TrustPolicy.Mode) async throws {
        var trust = TrustPolicy(mode: mode)
        trust.tokens.add("t", scope: .full)
        try await withTestServer(trust: trust, deliveries: Self.policy) { server in
            let body = #"{"zen":"z"}"#
            let signed: HTTPFields = [.hubSignature: Self.signature(of: body)]
            let answer = try await server.post("/api/sources/github", body, headers: signed)
            #expect(answer.status == 201)
            for headers in [
                [:], [.hubSignature: Self.signature(of: body, secret: "other")], [.authorization: "Bearer t"],
            ] as [HTTPFields] {
                #expect(try await server.post("/api/sources/github", body, headers: headers).status == 401)
            }
            let other = #"{"zen":"Z"}"#
            #expect(try await server.post("/api/sources/github", other, headers: signed).status == 401)
            #expect(try await server.post("//api/sources/github", body, headers: [:]).status == 401)
        }
    }

    @Test func `a form is signed as it came`() async throws {
        try await withTestServer(deliveries: Self.policy) { server in
            let body = "payload=%7B%22zen%22%3A%22keep+it+logical%22%7D"
            var fields: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded", .hubSignature: Self.signature(of: body),
            ]
            let answer = try await server.post("/api/sources/github", body, headers: fields)
            #expect(answer.status == 201)
            #expect(answer.text.contains("keep it logical"))
            fields[.hubSignature] = Self.signature(of: #"{"zen":"keep it logical"}"#)
            #expect(try await server.post("/api/sources/github", body, headers: fields).status == 401)
            #expect(try await server.post("/api/sources/claude-code", body, headers: fields).status == 415)
        }
    }
}
