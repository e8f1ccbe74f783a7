import Foundation
import MonitorCore
import Testing

/// Whether Foundation's parser says the same of a text as ours.
@Suite struct JSONFoundationTests {
    /// Where the verdicts differ by intent.
    ///
    /// The list is closed: any other difference is a bug.
    enum IntendedDifference: CaseIterable {
        /// Half a surrogate pair has no character; we keep the escape as it is, Foundation refuses it.
        case halfSurrogatePair
        /// A number that no `Double` can hold; we keep its digits, Foundation refuses it.
        case numberOutOfRange
        /// RFC 8259, section 8.1 lets a parser ignore a byte order mark or refuse it; Foundation ignores it.
        case byteOrderMark
        /// Foundation guesses at UTF-16 and UTF-32 by the NUL bytes; we read UTF-8 and nothing else.
        case anotherEncoding
        /// RFC 8259 has no comma before a closing bracket; Foundation takes one.
        case trailingComma
        /// We end at 256 levels, Foundation at 512.
        case depth

        func applies(to bytes: [UInt8], ourProblem: JSONSyntaxError.Problem?) -> Bool {
            let text = String(decoding: bytes, as: UTF8.self)
            switch self {
            case .halfSurrogatePair:
                return ourProblem == nil && text.range(of: #"\\u[dD][89a-fA-F]"#, options: .regularExpression) != nil
            case .numberOutOfRange:
                return ourProblem == nil && text.range(of: #"[eE]\+?[0-9]{3,}"#, options: .regularExpression) != nil
            case .byteOrderMark: return ourProblem == .unexpectedByte && bytes.starts(with: [0xEF, 0xBB, 0xBF])
            case .anotherEncoding:
                return ourProblem == .unexpectedByte
                    && (bytes.prefix(4).contains(0) || bytes.starts(with: [0xFF, 0xFE]))
            case .trailingComma:
                return ourProblem == .unexpectedByte
                    && text.range(of: #",\s*[\]}]"#, options: .regularExpression) != nil
            case .depth: return ourProblem == .tooDeep
            }
        }
    }

    @Test(arguments: AcceptedJSON.all)
    func `Foundation accepts what we accept`(_ json: AcceptedJSON) {
        expectSameVerdict(Array(json.text.utf8))
    }

    @Test(arguments: RefusedJSON.all)
    func `Foundation refuses what we refuse`(_ json: RefusedJSON) {
        expectSameVerdict(json.bytes)
    }

    @Test(arguments: [10, 255, 256, 257, 300, 511, 600])
    func `only depth beyond 256 is told apart`(_ depth: Int) {
        expectSameVerdict(Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8))
    }

    @Test(arguments: 1...20)
    func `random documents are accepted by both and mean the same`(_ seed: UInt64) throws {
        var generator = JSONGenerator(seed: seed)
        for _ in 0..<100 {
            let bytes = generator.document()
            let minified = try JSONDocument(parsing: bytes).bytes
            let (ours, theirs) = (try value(minified), try value(bytes))
            #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(try JSONDocument(parsing: minified).bytes == minified)
        }
    }

    @Test(arguments: 101...130)
    func `damaged documents get the same verdict from both`(_ seed: UInt64) {
        var generator = JSONGenerator(seed: seed)
        for _ in 0..<200 { expectSameVerdict(generator.damaged(generator.document())) }
    }

    @Test func `a difference that nobody intends is noticed`() {
        #expect(!IntendedDifference.allCases.contains { $0.applies(to: Array("[,]".utf8), ourProblem: nil) })
        #expect(!IntendedDifference.allCases.contains { $0.applies(to: Array("[1]".utf8), ourProblem: .badNumber) })
    }

    private func value(_ bytes: [UInt8]) throws -> NSObject? {
        try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? NSObject
    }

    private func expectSameVerdict(_ bytes: [UInt8], _ location: SourceLocation = #_sourceLocation) {
        var ourProblem: JSONSyntaxError.Problem?
        do { _ = try JSONDocument(parsing: bytes) } catch { ourProblem = (error as? JSONSyntaxError)?.problem }
        let theyAccept = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
        guard theyAccept != (ourProblem == nil) else { return }
        let isIntended = IntendedDifference.allCases.contains { $0.applies(to: bytes, ourProblem: ourProblem) }
        let ours = ourProblem.map(\.rawValue) ?? "accepted"
        #expect(
            isIntended, "ours: \(ours), Foundation: \(theyAccept); \(String(decoding: bytes, as: UTF8.self))",
            sourceLocation: location)
    }
}
