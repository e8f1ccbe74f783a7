import MonitorCore
import Testing

@Suite struct JSONScannerTests {
    @Test(arguments: AcceptedJSON.all)
    func `a JSON text is accepted and minified`(_ json: AcceptedJSON) throws {
        let document = try JSONDocument(parsing: Array(json.text.utf8))
        #expect(String(decoding: document.bytes, as: UTF8.self) == json.minified)
        #expect(document.bytes == Array(json.minified.utf8))
    }

    @Test(arguments: RefusedJSON.all)
    func `anything else is refused with the reason`(_ json: RefusedJSON) throws {
        let error = try #require(refusal(of: json.bytes))
        #expect(error.problem == json.problem)
        #expect((0...json.bytes.count).contains(error.offset))
    }

    @Test func `there are many cases of each sort`() {
        #expect(AcceptedJSON.all.count > 150)
        #expect(RefusedJSON.all.count > 180)
    }

    @Test(arguments: AcceptedJSON.all)
    func `to minify twice changes nothing`(_ json: AcceptedJSON) throws {
        let once = try JSONDocument(parsing: Array(json.text.utf8)).bytes
        #expect(try JSONDocument(parsing: once).bytes == once)
    }

    @Test(arguments: AcceptedJSON.all)
    func `the result never holds a raw line break`(_ json: AcceptedJSON) throws {
        let bytes = try JSONDocument(parsing: Array("[\r\n\(json.text)\n]".utf8)).bytes
        #expect(!bytes.contains(0x0A) && !bytes.contains(0x0D))
    }

    @Test(arguments: AcceptedJSON.all.filter { $0.text.utf8.count < 2000 })
    func `inside a container a text keeps its bytes`(_ json: AcceptedJSON) throws {
        let text = " { \"k\" : [ \(json.text) , \(json.text) ] } "
        let minified = try RawJSON(parsing: text).text
        #expect(minified == "{\"k\":[\(json.minified),\(json.minified)]}")
    }

    @Test(arguments: AcceptedJSON.all.filter { $0.minified.utf8.count < 2000 })
    func `every proper prefix of a text is refused unless it is a number`(_ json: AcceptedJSON) throws {
        let bytes = Array(json.minified.utf8)
        let isNumber = json.minified.first.map { $0.isNumber || $0 == "-" } ?? false
        for length in 0..<bytes.count where !isNumber {
            let error = try #require(refusal(of: Array(bytes[..<length])))
            #expect(error.problem == (length == 0 ? .empty : .truncated))
            #expect(error.offset <= length)
        }
    }

    @Test(arguments: [
        (1, true), (2, true), (63, true), (64, true), (65, true), (128, true), (255, true), (256, true),
        (257, false), (300, false), (100_000, false), (1_000_000, false),
    ])
    func `depth is bounded`(_ depth: Int, _ isAccepted: Bool) {
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
            let levels = depth / open.count { $0 == "[" || $0 == "{" }
            let inner = open.hasSuffix(":") ? "0" : ""
            let text = String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
            let error = refusal(of: Array(text.utf8))
            #expect((error == nil) == (isAccepted || levels * open.count { $0 == "[" || $0 == "{" } <= 256))
            if let error { #expect(error.problem == .tooDeep) }
        }
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":[", "{\"a\":[{\"b\":"])
    func `hostile nesting without an end is refused early`(_ open: String) throws {
        let bytes = Array(String(repeating: open, count: 100_000).utf8)
        let error = try #require(refusal(of: bytes))
        #expect(error.problem == .tooDeep)
        #expect(error.offset <= 257 * open.utf8.count)
    }

    @Test func `many containers side by side are not deep`() throws {
        let text = "[" + Array(repeating: "[{}]", count: 50_000).joined(separator: ",") + "]"
        #expect(try RawJSON(parsing: text).text == text)
    }

    @Test func `containers of both kinds alternate and close in their order`() throws {
        let text = String(repeating: "[{\"a\":", count: 128) + "1" + String(repeating: "}]", count: 128)
        #expect(try RawJSON(parsing: text).text == text)
        let crossed = String(repeating: "[{\"a\":", count: 100) + "1" + String(repeating: "]}", count: 100)
        #expect(refusal(of: Array(crossed.utf8))?.problem == .unexpectedByte)
    }

    @Test(arguments: [("[1, 2, x]", 7), ("{} {}", 3), ("\"a\u{1}\"", 2), ("  ", 2), ("[1", 2), ("\"\\q\"", 2)])
    func `the offset points at the byte that is wrong`(_ text: String, _ offset: Int) throws {
        let error = try #require(refusal(of: Array(text.utf8)))
        #expect(error.offset == offset)
        #expect(error.message.hasSuffix("(at byte \(offset))"))
    }

    @Test func `a collection that is not contiguous is read as well`() throws {
        let bytes = "[ 1 ]".utf8.lazy.map { $0 }
        #expect(try JSONDocument(parsing: bytes).bytes == Array("[1]".utf8))
    }

    private func refusal(of bytes: [UInt8]) -> JSONSyntaxError? {
        do {
            _ = try JSONDocument(parsing: bytes)
            return nil
        } catch {
            return error as? JSONSyntaxError
        }
    }
}
