import Foundation
import MonitorCore
import MonitorSources
import Testing

/// A delivery in a file of `Tests/Fixtures/<source>`, with what it has to become in the file beside it.
///
/// `NAME.json` is the body, `NAME.headers.json` the headers where they matter, `NAME.expected.json` the result.
struct Sample: Sendable, CustomTestStringConvertible {
    let source: String
    let name: String

    var testDescription: String { "\(source)/\(name)" }

    static let all: [Sample] = SourceRegistry.adapters.map(\.name).flatMap(of)

    /// The samples of one source; none where it has no folder.
    static func of(_ source: String) -> [Sample] {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: source).path)
        let names = (files ?? []).compactMap { $0.hasSuffix(".json") ? String($0.dropLast(5)) : nil }
        return names.filter { !$0.contains(".expected") && !$0.contains(".headers") }.sorted()
            .map { Sample(source: source, name: $0) }
    }

    func payload() throws -> [UInt8] { try read("json") }

    func delivery() throws -> Delivery {
        Delivery(headers: try headers(), payload: try JSONDocument(parsing: payload()).value)
    }

    /// What the adapter makes of it, in words.
    func outcome() throws -> String {
        let adapter = try #require(SourceRegistry.adapter(named: source))
        do {
            return try adapter.normalize(delivery()).words
        } catch let error as APIError {
            return EventWords([("refused", .text("\(error.code.rawValue): \(error.message)"))]).text
        }
    }

    func expected() throws -> String { String(decoding: try read("expected.json"), as: UTF8.self) }

    /// Writes down what the adapter makes of it today; somebody has to read it before it is committed.
    func record() throws { try Data(outcome().utf8).write(to: file("expected.json")) }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    private func file(_ suffix: String) -> URL { Sample.folder.appending(path: "\(source)/\(name).\(suffix)") }

    private func read(_ suffix: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(suffix))) }

    private func headers() throws -> [String: String] {
        guard let bytes = try? read("headers.json"), let object = JSONObject(try JSONDocument(parsing: bytes)) else {
            return [:]
        }
        return object.members.reduce(into: [:]) { $0[$1.key.lowercased()] = $1.value.string }
    }
}
