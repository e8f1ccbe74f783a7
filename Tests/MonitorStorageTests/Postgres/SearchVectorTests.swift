#if PostgreSQL
import MonitorTesting
import Testing

@testable import MonitorPostgres

/// The binary form that we send is what PostgreSQL makes of the same words in its own notation.
@Suite struct SearchVectorTests {
    static let texts: [[String]] = [
        [], [""], ["one"], ["b a B A b"], ["ran the tests of part 7 after change 7", "bench part-7"],
        ["abcdefgh abcdefghi abcdefg abcdefgh abc ab\u{1}c"], ["Käse KASE Straße ÉCOLE 東京 ١٢"],
        [String(repeating: "again ", count: 400)], [String(repeating: "x", count: 3000) + " y"],
        [(0..<17_000).map { "w\($0 % 5000)" }.joined(separator: " ")],
    ]

    @Test(arguments: texts)
    func `words and places are those of the notation`(_ texts: [String]) async throws {
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
