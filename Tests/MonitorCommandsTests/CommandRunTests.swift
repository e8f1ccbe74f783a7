import ArgumentParser
import MonitorClient
import MonitorCommands
import MonitorCore
import Synchronization
import Testing

/// What the commands ask a server for.
@Suite struct CommandRunTests {
    private static let task = "0199f3aa-0000-7000-8000-000000000001"
    private static let workstream = "0199f3bb-0000-7000-8000-000000000002"

    private static let answers = [
        "/api/tasks?include_hidden=true&include_archived_workstreams=true":
            #"{"items":[{"id":"\#(task)","name":"Docs"}],"total":1}"#,
        "/api/workstreams?include_archived=true": #"{"items":[{"id":"\#(workstream)","name":"Repo"}],"total":1}"#,
    ]

    /// Runs a command against a server that knows one task and one workstream, and returns the requests.
    private func requests(_ arguments: String...) async throws -> [String] {
        let transport = AnsweringTransport(answers: CommandRunTests.answers)
        let session = Session(
            client: MonitorClient(server: .standard, transport: transport), output: Output(isQuiet: true),
            environment: Environment(["MONITOR_AUTHOR": "me"]))
        let command = try #require(try MonitorCLI.parseAsRoot(arguments) as? any ServerCommand)
        try await command.run(in: session)
        return transport.requests
    }

    @Test func `a whole id costs one request`() async throws {
        let requests = try await requests("update", "manual", "--task", CommandRunTests.task, "--message", "m")
        #expect(
            requests == [
                #"POST /api/updates/manual {"task_id":"\#(CommandRunTests.task)","author":"me","message":"m"}"#
            ])
    }

    @Test func `names are looked up, among hidden and archived ones too`() async throws {
        let requests = try await requests("task", "update", "Docs", "--move-to", "0199f3bb", "--hide")
        #expect(requests.count == 3)
        #expect(
            requests.last
                == #"PATCH /api/tasks/\#(CommandRunTests.task) "#
                + #"{"workstream_id":"\#(CommandRunTests.workstream)","hidden":true}"#)
    }

    @Test func `a task is made in the workstream that is named`() async throws {
        let requests = try await requests("task", "create", "New", "--workstream", "Repo")
        #expect(
            requests.last == #"POST /api/tasks {"workstream_id":"\#(CommandRunTests.workstream)","name":"New"}"#)
    }

    @Test func `a name that nothing has stops the command before it writes`() async throws {
        let failure = await #expect(throws: Failure.self) {
            _ = try await requests("task", "update", "Dosc", "--status", "done")
        }
        #expect(failure?.status == .notFound && failure?.message.contains("Docs") == true)
    }
}

/// Answers known targets with their JSON and everything else with an empty object.
private final class AnsweringTransport: HTTPTransport {
    private let answers: [String: String]
    private let asked = Mutex<[String]>([])

    init(answers: [String: String]) { self.answers = answers }

    var requests: [String] { asked.withLock { $0 } }

    func open(_ request: HTTPRequest, at server: ServerAddress) async throws -> HTTPResponseStream {
        let body = String(decoding: request.body, as: UTF8.self)
        asked.withLock { $0.append("\(request.method.rawValue) \(request.target)\(body.isEmpty ? "" : " ")\(body)") }
        return HTTPResponseStream(
            head: HTTPResponseHead(status: 200), body: OnePiece(piece: Array((answers[request.target] ?? "{}").utf8)))
    }

    private struct OnePiece: AsyncSequence, AsyncIteratorProtocol, Sendable {
        var piece: [UInt8]?

        func makeAsyncIterator() -> OnePiece { self }

        mutating func next() async throws -> [UInt8]? {
            defer { piece = nil }
            return piece
        }
    }
}
