import MonitorCommands
import Testing

@Suite struct ReferenceTests {
    private static let candidates = [
        Reference.Candidate(id: "0199f3aa-0000-7000-8000-000000000001", name: "SSE replay"),
        Reference.Candidate(id: "0199f3aa-0000-7000-8000-000000000002", name: "Docs"),
        Reference.Candidate(id: "0199f3bb-0000-7000-8000-000000000003", name: "Docs"),
        Reference.Candidate(id: "abcd1234-0000-4000-8000-000000000004", name: "0199f3bb"),
    ]

    private func failure(_ text: String) -> Failure? {
        #expect(throws: Failure.self) {
            try Reference.resolve(text, among: ReferenceTests.candidates, noun: "task")
        }
    }

    @Test(arguments: [
        ("0199f3aa-0000-7000-8000-000000000002", "0002"), ("0199F3AA-0000-7000-8000-000000000001", "0001"),
        ("abcd", "0004"), ("ABCD1234", "0004"), ("SSE replay", "0001"),
    ])
    func `an id, the unique beginning of one, or an exact name is enough`(text: String, end: String) throws {
        let found = try Reference.resolve(text, among: ReferenceTests.candidates, noun: "task")
        #expect(found.id.hasSuffix(end))
    }

    @Test(arguments: ["0199f3aa", "Docs", "0199f3bb"])
    func `what could be more than one is refused with a list of them`(text: String) {
        let failure = failure(text)
        #expect(failure?.status == .notFound)
        #expect(failure?.message.contains("is more than one task") == true)
        #expect(failure?.message.split(separator: "\n").count == 3)
    }

    @Test(arguments: ["", "abc", "Nothing like it", "sse", "docs", "Dosc"])
    func `what is neither a name nor long enough for an id is not found`(text: String) {
        #expect(failure(text)?.message.hasPrefix("there is no task '\(text)'") == true)
    }

    @Test(arguments: [("sse repaly", "SSE replay"), ("REPLAY", "SSE replay"), ("docs", "Docs")])
    func `a name that is nearly right is suggested`(text: String, expected: String) {
        #expect(failure(text)?.message.contains("did you mean one of these?") == true)
        #expect(failure(text)?.message.contains(expected) == true)
    }

    @Test func `without anything near, the message says where to look`() {
        #expect(failure("zzzzzz")?.message.contains("`monitor-cli task list`") == true)
    }

    @Test func `a long list is cut`() {
        let many = (100..<130).map { Reference.Candidate(id: "aaaa-\($0)", name: "same") }
        let error = #expect(throws: Failure.self) { try Reference.resolve("same", among: many, noun: "task") }
        #expect(error?.message.hasSuffix("and 20 more") == true)
    }
}
