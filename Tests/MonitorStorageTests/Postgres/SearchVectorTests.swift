#if PostgreSQL
import MonitorTesting
import Testing

@testable import MonitorPostgres

/// The binary form that we send is what PostgreSQL makes of the same words in its own notation.
@Suite struct SearchVectorTests {
    static let samples: [String: [String]] = [
        "nothing": [], "no word": [""], "one word": ["one"], "words that return": ["b a B A b"],
        "two texts": ["ran the tests of part 7 after change 7", "bench part-7"],
        "common beginnings": ["abcdefgh abcdefghi abcdefg abcdefgh abc ab\u{1}c abcdefghh"],
        "other scripts": ["Käse KASE Straße ÉCOLE 東京 ١٢"],
        "more places than are kept": [String(repeating: "again ", count: 400)],
        "a long word": [String(repeating: "x", count: 3000) + " y"],
        "places beyond the last": [(0..<17_000).map { "w\($0 % 5000)" }.joined(separator: " ")],
    ]

    @Test(arguments: samples.keys.sorted())
    func `words and places are those of the notation`(_ sample: String) async throws {
        let texts = try #require(SearchVectorTests.samples[sample])
        let place = try TemporaryFolder()
        let location = try PostgresLocation(url: try await PostgresServer.shared.url(in: place))
        let connection = try PostgresConnection(to: location)
        let sent = try connection.execute(
            "SELECT $1::text", [.vector(SearchVector.encoded(texts))]
        ).first { $0.text(0) }
        let meant = try connection.execute("SELECT $1::tsvector::text", [.text(SearchVectorTests.notation(texts))])
            .first { $0.text(0) }
        #expect(sent == meant)
    }

    /// As the manual writes it, section 8.11.1; a text's words do not follow those of the text before.
    private static func notation(_ texts: [String]) -> String {
        var (parts, position): ([String], Int) = ([], 0)
        for text in texts {
            for word in SearchVector.words(in: text) {
                position += 1
                parts.append("\(word):\(position)")
            }
            position += 1
        }
        return parts.joined(separator: " ")
    }
}
#endif
