import Dispatch
import MonitorClient
import Testing

@Suite struct SocketTransportTests {
    private func client(_ port: UInt16, path: String = "", silence: Duration = .seconds(20)) -> MonitorClient {
        MonitorClient(
            server: ServerAddress(host: "127.0.0.1", port: port, path: path), token: "secret",
            timeouts: Timeouts(connect: .seconds(20), silence: silence))
    }

    @Test func `a request carries its headers, its token and its body`() async throws {
        let requests = Log<String>()
        let server = try LoopbackServer { peer in
            requests.append(peer.read(through: "{\"a\":1}"))
            peer.write("HTTP/1.1 201 Created\r\nContent-Length: 2\r\nX-Seq: 7\r\n\r\nok")
        }
        let response = try await client(server.port, path: "/monitor").send(
            .post, "/api/x", query: ["q": "a b"], body: Array("{\"a\":1}".utf8), headers: ["Idempotency-Key": "k"])
        #expect(response.status == 201 && response.text == "ok" && response.headers["x-seq"] == "7")
        #expect(
            requests.all == [
                "POST /monitor/api/x?q=a%20b HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nIdempotency-Key: k\r\n"
                    + "Authorization: Bearer secret\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
                    + "Content-Length: 7\r\nConnection: close\r\n\r\n{\"a\":1}"
            ])
    }

    @Test func `a body comes whole, whatever its pieces`() async throws {
        let server = try LoopbackServer { peer in
            peer.read()
            peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<1000 { peer.write("5\r\nhello\r\n") }
            peer.write("0\r\n\r\n")
        }
        let response = try await client(server.port).send(.get, "/")
        #expect(response.text == String(repeating: "hello", count: 1000))
    }

    @Test func `a port where nobody listens is an unreachable server`() async throws {
        let port = try LoopbackServer.unusedPort()
        let client = client(port)
        await #expect(throws: ClientError.unreachable(client.server, reason: "Connection refused")) {
            _ = try await client.send(.get, "/")
        }
    }

    @Test func `a host that does not exist is an unreachable server`() async throws {
        let client = MonitorClient(server: ServerAddress(host: "no-such-host.invalid", port: 1))
        let error = await #expect(throws: ClientError.self) { _ = try await client.send(.get, "/") }
        #expect(error?.message.contains("'no-such-host.invalid' is unknown") == true)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"])
    func `a server that closes too early is a lost connection`(answer: String) async throws {
        let server = try LoopbackServer { peer in
            peer.read()
            peer.write(answer)
        }
        let error = await #expect(throws: ClientError.self) { _ = try await client(server.port).send(.get, "/") }
        #expect(error?.message.contains("the connection to the server broke") == true)
    }

    @Test func `a server that says nothing is a lost connection after the time given`() async throws {
        let server = try LoopbackServer { peer in
            peer.read()
            peer.read()
        }
        let client = client(server.port, silence: .milliseconds(20))
        await #expect(throws: ClientError.connectionLost(reason: "Connection timed out")) {
            _ = try await client.send(.get, "/")
        }
    }

    @Test func `a token with a line break never becomes a header`() async throws {
        let client = MonitorClient(server: .standard, token: "a\r\nX-Evil: 1")
        let error = await #expect(throws: ClientError.self) { _ = try await client.send(.get, "/") }
        #expect(error?.message.contains("'Authorization'") == true)
    }

    @Test func `cancelling the task ends the connection`() async throws {
        let (gone, reportGone) = AsyncStream.makeStream(of: Void.self)
        let (opened, reportOpened) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { peer in
            peer.read()
            peer.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
            peer.read()
            reportGone.finish()
        }
        let client = client(server.port)
        let reader = Task {
            for try await step in client.stream() {
                if case .opened = step { reportOpened.finish() }
            }
        }
        for await _ in opened {}
        reader.cancel()
        for await _ in gone {}
        await #expect(throws: CancellationError.self) { try await reader.value }
    }

    @Test func `a stream that nobody reads any more closes its connection`() async throws {
        let (gone, reportGone) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { peer in
            peer.read()
            peer.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n")
            peer.read()
            reportGone.finish()
        }
        for try await event in client(server.port).stream().events where event.data == "a" { break }
        for await _ in gone {}
    }

    @Test func `hundreds of waiting streams hold up no other request`() async throws {
        let count = 300
        let release = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { peer in
            if peer.read().hasPrefix("GET /release ") {
                for _ in 0..<count { release.signal() }
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            } else {
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
                release.wait()
                peer.write("done")
            }
        }
        let client = client(server.port)
        try await withThrowingTaskGroup(of: String.self) { group in
            let (opened, reportOpened) = AsyncStream.makeStream(of: Void.self)
            for _ in 0..<count {
                group.addTask {
                    let answer = try await client.open(.get, "/wait")
                    reportOpened.yield()
                    return try await answer.collect(upTo: 100).text
                }
            }
            for await _ in opened.prefix(count) {}
            _ = try await client.send(.get, "/release")
            for try await text in group { #expect(text == "done") }
        }
    }
}
