import Foundation
import MonitorCore
import MonitorSources
import Testing

/// Real samples from the folder that `MONITOR_CORPUS` names; without it the suite does not run.
@Suite(.enabled(if: Corpus.folder != nil)) struct CorpusTests {
    /// GitLab publishes no samples under a free licence; ours are in `Tests/Fixtures`.
    @Test(arguments: SourceRegistry.adapters.map(\.name).filter { $0 != "gitlab" })
    func `the folder has samples of every source`(_ source: String) {
        #expect(Corpus.samples.contains { $0.source == source })
    }

    @Test(arguments: Corpus.samples)
    func `every sample becomes an update that a person can read`(_ sample: Corpus.Sample) throws {
        let content = try sample.normalize()
        #expect(content.message.contains { !$0.isWhitespace })
        #expect(content.message.unicodeScalars.count < 2_000)
        #expect(!content.source.hasSuffix("unknown"))
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

    @Test(arguments: Corpus.samples.filter { $0.source == "claude-code" })
    func `every documented event of Claude Code is known`(_ sample: Corpus.Sample) throws {
        #expect(try sample.normalize().kind != "external_update")
    }
}

/// The samples, with the event's name at the front of each file's name.
enum Corpus {
    struct Sample: Sendable, CustomTestStringConvertible {
        let source: String
        let file: URL

        var name: String { file.deletingPathExtension().lastPathComponent }
        var testDescription: String { "\(source)/\(name)" }

        func normalize() throws -> UpdateContent {
            let adapter = try #require(SourceRegistry.adapter(named: source))
            let payload = try JSONDocument(parsing: [UInt8](Data(contentsOf: file))).value
            let event = String(name.prefix { $0 != "." })
            return try adapter.normalize(Delivery(headers: ["x-github-event": event], payload: payload)).content
        }
    }

    static let folder = ProcessInfo.processInfo.environment["MONITOR_CORPUS"].flatMap { path in
        path.isEmpty ? nil : URL(fileURLWithPath: path)
    }

    static let samples: [Sample] = SourceRegistry.adapters.map(\.name).flatMap { source -> [Sample] in
        guard let folder = folder?.appending(path: source) else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let samples = files.filter { $0.pathExtension == "json" && $0.lastPathComponent != "index.json" }
        return samples.sorted { $0.path < $1.path }.map { Sample(source: source, file: $0) }
    }
}
