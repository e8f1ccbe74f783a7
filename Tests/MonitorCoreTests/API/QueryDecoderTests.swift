import MonitorCore
import Testing

@Suite struct QueryDecoderTests {
    @Test func `an unknown parameter is named and the known ones are listed`() throws {
        let error = try #require(refusal { _ = try decoder("tag=a&tagg=b", ["tag", "kind"]) })
        #expect(error.code == .unknownParameter)
        #expect(error.status == 400)
        #expect(error.message == "unknown parameter 'tagg'; known are kind, tag")
    }

    @Test func `where nothing is known every parameter is refused`() throws {
        let error = try #require(refusal { _ = try decoder("a=1", []) })
        #expect(error.message == "unknown parameter 'a'; none are known here")
    }

    @Test func `the last of a single parameter wins`() throws {
        #expect(try decoder("a=1&a=2").text("a") == "2")
        #expect(try decoder("b=2").text("a") == nil)
    }

    @Test func `repeated values are kept once each in their order`() throws {
        #expect(try decoder("a=y&a=x&a=y").texts("a") == ["y", "x"])
        #expect(try decoder("a=caf%C3%A9&a=cafe%CC%81").texts("a").count == 2)
        #expect(try decoder("b=1").texts("a") == [])
    }

    @Test func `as many values are taken as the limit says and no more`() throws {
        let query = { (count: Int) in (0..<count).map { "a=\($0)" }.joined(separator: "&") }
        #expect(try decoder(query(Limits.repeatedParameterCount)).texts("a").count == Limits.repeatedParameterCount)
        let error = try #require(refusal { _ = try decoder(query(Limits.repeatedParameterCount + 1)).texts("a") })
        #expect(error.message == "'a' is given 101 times; at most 100 are allowed")
    }

    @Test func `an empty value is told`() throws {
        for query in ["a", "a=", "a=1&a="] {
            #expect(refusal { _ = try decoder(query).text("a") }?.message == "'a' must not be empty")
            #expect(refusal { _ = try decoder(query).texts("a") }?.code == .invalidParameter)
        }
    }

    @Test func `NUL becomes U+FFFD as it does in what is stored`() throws {
        #expect(try decoder("a=x%00y").text("a") == "x\u{FFFD}y")
        #expect(try decoder("a=%00").texts("a") == ["\u{FFFD}"])
    }

    @Test(
        arguments: [
            ("0", 0), ("-1", -1), ("9223372036854775807", Int64.max), ("-9223372036854775808", .min), ("%2B5", 5),
            ("007", 7),
        ] as [(String, Int64)])
    func `a whole number is read`(_ text: String, _ number: Int64) throws {
        #expect(try decoder("a=\(text)").int("a") == number)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "1e3", "1.0", "x", "0x10", "1_000", "%201", "1%20", "--1",
        "%D9%A1",
        "99999999999999999999999999999999999999999999999999999",
    ])
    func `anything else is no whole number`(_ text: String) throws {
        let error = try #require(refusal { _ = try decoder("a=\(text)").int("a") })
        #expect(error.code == .invalidParameter)
        #expect(error.status == 400)
        #expect(error.message.hasPrefix("'a' must be a whole number, not '"))
        #expect(error.message.count < 100)
    }

    @Test func `a cursor is not negative`() throws {
        #expect(try decoder("a=0").seq("a") == 0)
        #expect(refusal { _ = try decoder("a=-1").seq("a") }?.message == "'a' must not be negative")
    }

    @Test(arguments: [("true", true), ("1", true), ("false", false), ("0", false)])
    func `a yes or no is read`(_ text: String, _ value: Bool) throws {
        #expect(try decoder("a=\(text)").bool("a") == value)
    }

    @Test(arguments: ["yes", "TRUE", "2", "t"]) func `anything else is no yes or no`(_ text: String) throws {
        let error = try #require(refusal { _ = try decoder("a=\(text)").bool("a") })
        #expect(error.code == .invalidValue)
        #expect(error.message == "'a' cannot be '\(text)'; it is one of true, false")
    }

    @Test func `a value outside a closed set is told with the set`() throws {
        let error = try #require(refusal { _ = try decoder("a=info&a=fatal").anyOf("a", Level.self) })
        #expect(error == APIError(.invalidValue, "'a' cannot be 'fatal'; it is one of info, warn, error"))
        #expect(try decoder("a=info&a=error").anyOf("a", Level.self) == [.info, .error])
        #expect(refusal { _ = try decoder("a=ASC").oneOf("a", UpdateFilter.Order.self) }?.status == 400)
    }

    @Test func `an id is read or told`() throws {
        let id = TaskID(high: 1, low: 2)
        #expect(try decoder("a=\(id)").id("a") == id)
        #expect(try decoder("a=\(id)&a=\(id)").ids("a") == [id])
        let error = refusal { let _: TaskID? = try decoder("a=17").id("a") }
        #expect(error == APIError(.invalidParameter, "'a' must be a UUID, not '17'"))
    }

    @Test(arguments: [
        "2026-11-24T09:30:00Z", "2026-11-24T10:30:00%2B01:00", "2026-11-24T10:30:00+01:00", "2026-11-24+10:30:00+01:00",
        "2026-11-24T09:30:00.000-00:00",
    ])
    func `a time is read even where the plus sign is not escaped`(_ text: String) throws {
        #expect(try decoder("a=\(text)").timestamp("a")?.description == "2026-11-24T09:30:00.000000Z")
    }

    @Test(arguments: ["yesterday", "2026-11-24T09:30:00", "2026-11-24T09:30:00++1:00", "1795512600"])
    func `anything else is no time`(_ text: String) throws {
        let error = try #require(refusal { _ = try decoder("a=\(text)").timestamp("a") })
        #expect(error.code == .invalidParameter)
        #expect(error.message.hasPrefix("'a' must be a time as RFC 3339, such as 2026-11-24T09:30:00Z, not '"))
    }

    private func decoder(_ query: String, _ known: Set<String> = ["a", "b"]) throws -> QueryDecoder {
        try QueryDecoder(FormQuery(query), known: known)
    }
}
