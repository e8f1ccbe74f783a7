import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// `monitor-cli stream` as a long-running program.
@Suite struct StreamCommandTests {
    @Test func `stream --json goes on after a restart of the server, without a hole or a double`() async throws {
        let folder = try TemporaryFolder()
        var server = try await ServerProcess(in: folder)
        let board = try await Board(on: server)
        let cli = try CommandLineClient(server: server.address)
        let stream = try cli.start(["stream", "--json", "--event", "update", "--after-seq", "0"])
        var posted: [Seq] = []
        for round in 0..<3 {
            posted += try await board.postBatches((1...20).map { "round \(round), \($0)" }, to: server)
            try await StreamCommandTests.wait(for: try #require(posted.last), on: stream)
            if round == 1 { try await server.stop() } else { try await server.crash() }
            server = try await ServerProcess(in: folder, port: server.port)
        }
        posted += try await board.postBatches(["last"], to: server)
        try await StreamCommandTests.wait(for: try #require(posted.last), on: stream)
        let seqs = stream.output.lines.map { line in
            (try? JSONDocument(parsing: line.utf8).value)?["seq"]?.int
        }
        #expect(seqs == posted)
        #expect(stream.errors.text.contains("trying again"))
        stream.process.send(SIGINT)
        #expect(try await stream.process.exit(within: ServerProcess.patience) == .signal(SIGINT))
        try await server.stop()
    }

    @Test func `a line of stream --json holds the event as REST returns it`() async throws {
        try await withServer { server in
            let board = try await Board(on: server)
            let update = try await server.client().postManual(board.draft("line one\nline two"))
            let cli = try CommandLineClient(server: server.address)
            let stream = try cli.start(["stream", "--json", "--after-seq", "0", "--task", "Board task"])
            try await StreamCommandTests.wait(for: try #require(update["seq"]?.int), on: stream)
            let line = try #require(stream.output.lines.last)
            let event = try JSONDocument(parsing: line.utf8).value
            #expect(event["event"]?.string == "update")
            #expect(event["data"]?.raw.text == update.raw.text)
        }
    }

    private static func wait(for seq: Seq, on stream: CommandProcess) async throws {
        let found = try await stream.output.first(within: .seconds(60), "seq \(seq) on the stream") { line in
            (try? JSONDocument(parsing: line.utf8).value)?["seq"]?.int == seq ? true : nil
        }
        if found == nil { throw ProcessFailure("the stream ended: \(stream.errors.text)") }
    }
}
