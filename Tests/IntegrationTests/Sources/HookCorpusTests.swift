import Foundation
import MonitorClient
import MonitorCore
import MonitorTesting
import Testing

/// The agents' real samples, from the folder that `MONITOR_CORPUS` names, through the real hook into the real server.
@Suite(.enabled(if: HookCorpus.folder != nil)) struct HookCorpusTests {
    @Test(arguments: ["claude-code", "codex", "gemini-cli", "cursor", "opencode"])
    func `every sample arrives`(_ source: String) async throws {
        let samples = try HookCorpus.samples(of: source)
        #expect(samples.count > 5)
        try await withServer { server in
            let cli = try CommandLineClient(server: server.address)
            for sample in samples {
                let result = try await cli.run(["hook", source] + sample.arguments, input: sample.input)
                #expect(result.exit == .status(0) && result.output.isEmpty && result.errors.isEmpty, "\(sample.name)")
            }
            #expect(try await cli.run("spool", "status").json?["count"]?.int == 0)
            let messages = try await server.messages()
            // Two samples may tell of the same event, such as Codex's Stop and its older notify.
            #expect(messages.count >= samples.count - 1)
            #expect(!messages.contains { $0.allSatisfy(\.isWhitespace) })
            let sources = try await server.client().request(.get, "/api/sources")["items"]?.array ?? []
            let row = try #require(sources.first { $0["name"]?.string == source })
            #expect(row["accepted"]?.int == Int64(messages.count))
            #expect(row["refused"]?.int == 0)
        }
    }
}

private enum HookCorpus {
    struct Sample {
        let name: String
        let input: String
        let arguments: [String]
    }

    static let folder = ProcessInfo.processInfo.environment["MONITOR_CORPUS"].flatMap { $0.isEmpty ? nil : $0 }

    /// Codex's `notify` gives its body as the last argument.
    static func samples(of source: String) throws -> [Sample] {
        let place = URL(filePath: folder ?? "").appending(path: source == "gemini-cli" ? "gemini" : source)
        let files = try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "json" && $0.lastPathComponent != "index.json" }.map { file in
            let (name, text) = (file.lastPathComponent, try String(contentsOf: file, encoding: .utf8))
            return name.hasPrefix("notify")
                ? Sample(name: name, input: "", arguments: [text]) : Sample(name: name, input: text, arguments: [])
        }
    }
}
