import Foundation
import MonitorCore
import MonitorSources
import Testing

/// Real samples from the folder that `MONITOR_CORPUS` names; without it the suite does not run.
@Suite(.enabled(if: Corpus.folder != nil)) struct CorpusTests {
    @Test(arguments: Array(Corpus.agentFolders.keys) + ["github"])
    func `the folder has samples of the source`(_ source: String) {
        #expect(Corpus.samples.contains { $0.source == source })
    }

    @Test(arguments: Corpus.samples)
    func `every sample becomes an update that a person can read`(_ sample: Corpus.Sample) throws {
        let content = try sample.normalize()
        #expect(content.message.contains { !$0.isWhitespace })
        #expect(content.message.unicodeScalars.count < 2_000)
        // OpenCode's edits belong to no session.
        if sample.event != "file.edited" { #expect(!content.source.hasSuffix("unknown")) }
        #expect(content.tags.count >= (sample.source == "github" ? 2 : 1))
        #expect(content.data?.isObject == true)
    }

    @Test(arguments: Corpus.samples.filter { $0.source == "github" })
    func `what did not end well is not told as information`(_ sample: Corpus.Sample) throws {
        let content = try sample.normalize()
        if sample.name.contains("failure") { #expect(content.level == .error) }
        if sample.name.contains("success") { #expect(content.level == .info) }
        if sample.name.hasPrefix("workflow_run") { #expect(content.kind == "ci_run") }
    }

    @Test(arguments: Corpus.samples.filter { Corpus.agentFolders[$0.source] != nil })
    func `every documented event of an agent is known and told in words`(_ sample: Corpus.Sample) throws {
        let content = try sample.normalize()
        #expect(content.kind != "external_update")
        #expect(content.message != sample.event)
        let letters = { (text: String) in text.lowercased().filter { $0.isLetter } }
        #expect(letters(content.message) != letters(sample.event))
        if let tool = sample.tool { #expect(content.tags.contains(tool)) }
    }
}

/// The samples, with the event's name at the front of each file's name.
enum Corpus {
    struct Sample: Sendable, CustomTestStringConvertible {
        let source: String
        let file: URL
        /// The event and the tool as the folder's index has them.
        let event: String
        let tool: String?

        var name: String { file.deletingPathExtension().lastPathComponent }
        var testDescription: String { "\(source)/\(name)" }

        func normalize() throws -> UpdateContent {
            let adapter = try #require(SourceRegistry.adapter(named: source))
            let payload = try JSONDocument(parsing: [UInt8](Data(contentsOf: file))).value
            return try adapter.normalize(Delivery(headers: ["x-github-event": event], payload: payload)).content
        }
    }

    static let folder = ProcessInfo.processInfo.environment["MONITOR_CORPUS"].flatMap { path in
        path.isEmpty ? nil : URL(fileURLWithPath: path)
    }

    /// The folders of the agents' samples by the names of their sources; no other has samples of agents.
    static let agentFolders = [
        "claude-code": "claude-code", "codex": "codex", "cursor": "cursor", "gemini-cli": "gemini",
        "opencode": "opencode",
    ]

    static let samples: [Sample] = SourceRegistry.adapters.map(\.name).flatMap { source -> [Sample] in
        guard let folder = folder?.appending(path: agentFolders[source] ?? source) else { return [] }
        guard let bytes = try? Data(contentsOf: folder.appending(path: "index.json")),
            let index = try? JSONDocument(parsing: [UInt8](bytes))
        else { return [] }
        return (index.value["files"]?.array ?? []).compactMap { entry in
            guard let file = entry["file"]?.string, let event = entry["event"]?.string else { return nil }
            return Sample(
                source: source, file: folder.appending(path: file), event: event, tool: entry["tool"]?.string)
        }
    }
}
