import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MonitorCore
import MonitorServer
import MonitorWeb
import NIOCore
import Testing

@Suite struct WebRoutesTests {
    /// The routes over a journal with one task and five updates.
    private func withRoutes(_ test: @escaping @Sendable (any TestClientProtocol, TaskID) async throws -> Void)
        async throws
    {
        var journal = JournalFixture()
        journal.addUpdates(5, to: journal.addTask("Fix tax rounding"))
        let task = try #require(journal.taskRows.first?.id)
        let router = Router()
        WebRoutes(store: journal, templates: try TemplateLibrary()) { JournalFixture.now }.register(on: router)
        try await Application(router: router).test(.router) { try await test($0, task) }
    }

    @Test func `the root leads to the dashboard`() async throws {
        try await withRoutes { client, _ in
            let response = try await client.executeRequest(uri: "/", method: .get, headers: [:], body: nil)
            #expect(response.status.kind == .redirection && response.headers[.location] == "/dashboard")
        }
    }

    @Test(arguments: [
        "/dashboard", "/stream?view=lanes&utm_source=x", "/fragments/updates?after_seq=3", "/fragments/needs",
    ])
    func `what is HTML is not cached and may only load from here`(uri: String) async throws {
        try await withRoutes { client, _ in
            let response = try await client.executeRequest(uri: uri, method: .get, headers: [:], body: nil)
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == "text/html; charset=utf-8")
            #expect(response.headers[.cacheControl] == "no-store")
            #expect(
                response.headers[.contentSecurityPolicy]
                    == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
            #expect(response.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test func `an asset that the browser has is not sent again`() async throws {
        try await withRoutes { client, _ in
            let first = try await client.executeRequest(
                uri: "/assets/monitor.css", method: .get, headers: [:], body: nil)
            #expect(first.headers[.contentType] == "text/css; charset=utf-8")
            #expect(first.headers[.cacheControl] == "no-cache")
            let tag = try #require(first.headers[.eTag])
            let second = try await client.executeRequest(
                uri: "/assets/monitor.css", method: .get, headers: [.ifNoneMatch: "\"other\", \(tag)"], body: nil)
            #expect(second.status == .notModified && second.body.readableBytes == 0)
        }
    }

    @Test func `a fragment holds what came after the seq, once, with the head that it goes to`() async throws {
        try await withRoutes { client, task in
            for path in ["/fragments/updates", "/fragments/tasks/\(task)/thread"] {
                let response = try await client.executeRequest(
                    uri: "\(path)?after_seq=3", method: .get, headers: [:], body: nil)
                let html = String(buffer: response.body)
                #expect(html.contains("data-head-seq=\"5\"") && !html.contains("data-replaces"))
                let seqs = html.split(separator: " data-seq=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
                #expect(seqs == ["5", "4"])
            }
        }
    }

    @Test func `a fragment of tasks leaves out those that lists leave out`() async throws {
        try await withRoutes { client, task in
            let uri = "/fragments/board?task_id=\(task)&task_id=\(TaskID.make())"
            let response = try await client.executeRequest(uri: uri, method: .get, headers: [:], body: nil)
            let html = String(buffer: response.body)
            let rows = html.split(separator: " data-task-id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(rows == [task.description[...]])
            #expect(html.contains("id=\"ws-count-"))
        }
    }
}
