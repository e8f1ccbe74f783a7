import MonitorClient
import Testing

@Suite struct HTTPResponseParserTests {
    struct Sample: CustomTestStringConvertible {
        let name: String
        let wire: String
        var status = 200
        var body = "hello, wörld"
        /// The answer ends where the connection does.
        var endsWithConnection = false

        var testDescription: String { name }
    }

    static let samples = [
        Sample(name: "content length", wire: "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nhello, wörld"),
        Sample(
            name: "chunks with extensions and trailers",
            wire: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n08;x=\"y\"\r\n, wörld\r\n"
                + "0\r\nX-Sum: 1\r\n\r\n"),
        Sample(
            name: "until the connection closes", wire: "HTTP/1.1 200 OK\r\n\r\nhello, wörld", endsWithConnection: true),
        Sample(
            name: "after an interim answer",
            wire: "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 201 Created\r\ncontent-length: 13\r\n\r\n"
                + "hello, wörld", status: 201),
        Sample(name: "no content", wire: "HTTP/1.1 204 No Content\r\n\r\n", status: 204, body: ""),
        Sample(name: "empty", wire: "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", status: 404, body: ""),
        Sample(name: "no chunk", wire: "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n", body: ""),
        Sample(name: "bare line feeds", wire: "HTTP/1.0 200\nContent-Length: 13\n\nhello, wörld"),
    ]

    @Test(arguments: samples)
    func `an answer cut at any byte is the same answer`(sample: Sample) throws {
        let bytes = Array(sample.wire.utf8)
        for offset in 0...bytes.count {
            var parser = HTTPResponseParser()
            var body: [UInt8] = []
            for piece in [bytes[..<offset], bytes[offset...]] {
                try parser.append(piece)
                body += parser.takeBody()
            }
            if sample.endsWithConnection { try parser.finish() }
            #expect(parser.isComplete, "cut at \(offset)")
            #expect(parser.head?.status == sample.status)
            #expect(String(decoding: body, as: UTF8.self) == sample.body)
        }
    }

    @Test func `header names match in any case and values lose the space around them`() throws {
        var parser = HTTPResponseParser()
        try parser.append(Array("HTTP/1.1 200 OK\r\nX-One:  a b \t\r\nx-one: c\r\nContent-Length: 0\r\n\r\n".utf8))
        #expect(parser.head?.headers["X-ONE"] == "a b")
        #expect(parser.head?.headers[all: "x-One"] == ["a b", "c"])
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n", "",
    ])
    func `an answer that ends too early is a lost connection`(wire: String) throws {
        var parser = HTTPResponseParser()
        try parser.append(Array(wire.utf8))
        let error = #expect(throws: ClientError.self) { try parser.finish() }
        guard case .connectionLost = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 20 OK\r\n\r\n", "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nhello\r\n",
    ])
    func `what is no HTTP answer is refused`(wire: String) {
        var parser = HTTPResponseParser()
        let error = #expect(throws: ClientError.self) { try parser.append(Array(wire.utf8)) }
        guard case .badAnswer = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: ",
    ])
    func `a head without an end is refused before it fills the memory`(start: String) {
        var parser = HTTPResponseParser()
        #expect(throws: ClientError.badAnswer("its head is too long")) {
            try parser.append(Array(start.utf8) + [UInt8](repeating: 0x61, count: HTTPResponseParser.headLimit))
        }
    }

    @Test func `endless interim answers are refused`() {
        var parser = HTTPResponseParser()
        #expect(throws: ClientError.self) {
            for _ in 0..<HTTPResponseParser.headLimit { try parser.append(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
        }
    }
}
