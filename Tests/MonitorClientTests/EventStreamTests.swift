import MonitorClient
import Synchronization
import Testing

@Suite struct EventStreamTests {
    private static let refused = ClientError.unreachable(.standard, reason: "Connection refused")

    /// Reads a stream until its script ends, with the waits that it wanted to make.
    private func follow(
        _ transport: ScriptedTransport, after cursor: Int64? = nil
    ) async throws -> (steps: [String], waits: [Duration]) {
        let waits = Log<Duration>()
        let client = MonitorClient(server: .standard, transport: transport)
        let stream = client.stream(["kind": "x"], after: cursor, sleep: { waits.append($0) })
        var steps: [String] = []
        do {
            for try await step in stream { steps.append(EventStreamTests.name(step)) }
        } catch is CancellationError {}
        return (steps, waits.all)
    }

    private static func name(_ step: EventStream.Step) -> String {
        switch step {
        case .opened: "opened"
        case .event(let event): event.data
        case .lost: "lost"
        }
    }

    private func lastEventIDs(_ transport: ScriptedTransport) -> [String?] {
        transport.requests.map { $0.headers["Last-Event-ID"] }
    }

    @Test func `a stream that ends or breaks goes on after the last event that was complete`() async throws {
        let transport = ScriptedTransport(
            .stream("id: 7\ndata: a\n\nid: 8\nda", "ta: b\n\nid: 9\ndata: half"),
            .stream("id: 9\ndata: c\n\n", ending: .connectionLost(reason: "reset")),
            .stream("data: d\n\n"))
        let (steps, _) = try await follow(transport, after: 6)
        #expect(steps == ["opened", "a", "b", "lost", "opened", "c", "lost", "opened", "d", "lost"])
        #expect(lastEventIDs(transport) == ["6", "8", "9", "9"])
        #expect(transport.requests.allSatisfy { $0.target == "/api/stream?kind=x" })
    }

    @Test func `a live stream resumes from the id that the server gave before any event`() async throws {
        let transport = ScriptedTransport(.stream("id: 41\n\n"), .stream())
        _ = try await follow(transport)
        #expect(lastEventIDs(transport) == [nil, "41", "41"])
    }

    @Test func `the waits grow until an event comes, from the delay that the server asks for`() async throws {
        let transport = ScriptedTransport(
            .stream("retry: 100\n\ndata: a\n\n"),
            .failure(EventStreamTests.refused),
            .failure(EventStreamTests.refused),
            .stream("data: b\n\n"))
        let (steps, waits) = try await follow(transport)
        #expect(steps == ["opened", "a", "lost", "lost", "lost", "opened", "b", "lost"])
        let limits: [Duration] = [.milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(100)]
        #expect(waits.count == limits.count)
        for (wait, limit) in zip(waits, limits) { #expect(wait <= limit && wait >= limit / 2) }
    }

    @Test func `a server that is busy is asked again after as long as it says`() async throws {
        let busy = HTTPResponseHead(status: 503, headers: ["Retry-After": "12"])
        let transport = ScriptedTransport(.stream(), .response(busy, ["{}"]), .stream())
        let (steps, waits) = try await follow(transport)
        #expect(steps == ["opened", "lost", "lost", "opened", "lost"])
        #expect(waits[1] == .seconds(12))
    }

    @Test func `the failure of the first connection is told`() async throws {
        await #expect(throws: EventStreamTests.refused) {
            _ = try await follow(ScriptedTransport(.failure(EventStreamTests.refused)))
        }
    }

    @Test func `a refusal is told, at first and later`() async throws {
        let no = ScriptedTransport.Answer.response(
            HTTPResponseHead(status: 401), ["{\"error\":\"unauthorized\",\"message\":\"no\"}"])
        let refusal = ClientError.refused(Refusal(status: 401, code: "unauthorized", message: "no"))
        await #expect(throws: refusal) { _ = try await follow(ScriptedTransport(no)) }
        await #expect(throws: refusal) { _ = try await follow(ScriptedTransport(.stream(), no)) }
    }

    @Test func `a page instead of a stream is no stream`() async throws {
        let page = HTTPResponseHead(status: 200, headers: ["Content-Type": "text/html"])
        await #expect(throws: ClientError.self) { _ = try await follow(ScriptedTransport(.response(page, ["<html>"]))) }
    }
}

/// A list that many may add to.
final class Log<Entry: Sendable>: Sendable {
    private let entries = Mutex<[Entry]>([])

    var all: [Entry] { entries.withLock { $0 } }

    func append(_ entry: Entry) { entries.withLock { $0.append(entry) } }
}
