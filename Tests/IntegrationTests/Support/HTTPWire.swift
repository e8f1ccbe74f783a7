import MonitorCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// HTTP/1.1 on one connection that is kept open, by calls that block; as plain as can be, to test another's work.
struct HTTPWire: Sendable {
    let wire: Wire
    private let port: UInt16
    private var buffer: [UInt8] = []

    struct Answer: Sendable {
        let status: Int
        /// By name in lower case.
        let headers: [String: String]
        var body: [UInt8] = []

        var text: String { String(decoding: body, as: UTF8.self) }
        var json: JSONValue? { try? JSONDocument(parsing: body).value }

        func expectCreated() throws {
            guard status == 201 else { throw WireFailure.refused(status: status, body: text) }
        }
    }

    init(to port: UInt16, receiveBuffer: Int32? = nil) throws {
        wire = try Wire(to: port, receiveBuffer: receiveBuffer)
        self.port = port
    }

    mutating func post(_ path: String, _ body: [UInt8], headers: [String: String] = [:]) throws -> Answer {
        try sendHead("POST", path, headers: headers, bodyLength: body.count, then: body)
        return try readAnswer()
    }

    mutating func get(_ path: String, headers: [String: String] = [:]) throws -> Answer {
        try sendHead("GET", path, headers: headers)
        return try readAnswer()
    }

    /// Sends a request's head, with as much of its body as is given.
    func sendHead(
        _ method: String, _ path: String, headers: [String: String] = [:], bodyLength: Int? = nil,
        then body: [UInt8] = [], contentType: String = "application/json"
    ) throws {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let bodyLength { head += "Content-Type: \(contentType)\r\nContent-Length: \(bodyLength)\r\n" }
        try wire.send(Array((head + "\r\n").utf8) + body)
    }

    /// Reads an answer with a `Content-Length`, or one in chunks that ends.
    mutating func readAnswer() throws -> Answer {
        var answer = try readHead()
        if answer.headers["transfer-encoding"] == "chunked" {
            while let piece = try readChunk() { answer.body += piece }
        } else {
            let length = Int(answer.headers["content-length"] ?? "0") ?? 0
            while buffer.count < length { try fill() }
            answer.body = Array(buffer.prefix(length))
            buffer.removeFirst(length)
        }
        return answer
    }

    mutating func readHead() throws -> Answer {
        let lines = try readHeadLines()
        let words = lines[0].split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
            throw WireFailure.malformed(lines[0])
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { throw WireFailure.malformed(line) }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        return Answer(status: status, headers: headers)
    }

    /// The next chunk; `nil` after the last one, which has no bytes.
    mutating func readChunk() throws -> [UInt8]? {
        let line = try readLine()
        guard let length = Int(line, radix: 16) else { throw WireFailure.malformed("chunk '\(line)'") }
        while buffer.count < length + 2 { try fill() }
        let piece = Array(buffer.prefix(length))
        guard buffer[length] == 13, buffer[length + 1] == 10 else { throw WireFailure.malformed("end of a chunk") }
        buffer.removeFirst(length + 2)
        return length == 0 ? nil : piece
    }

    private mutating func readHeadLines() throws -> [String] {
        var lines: [String] = []
        while true {
            let line = try readLine()
            if !line.isEmpty { lines.append(line) } else if !lines.isEmpty { return lines }
        }
    }

    private mutating func readLine() throws -> String {
        while true {
            if let end = buffer.index(ofByte: 10, from: 0), end > 0, buffer[end - 1] == 13 {
                let line = String(decoding: buffer[..<(end - 1)], as: UTF8.self)
                buffer.removeFirst(end + 1)
                return line
            }
            try fill()
        }
    }

    private mutating func fill() throws {
        let bytes = try wire.receive()
        if bytes.isEmpty { throw WireFailure.cut }
        buffer += bytes
    }
}

extension [UInt8] {
    /// The place of a byte, by the C library: the tests are built without optimisation.
    func index(ofByte byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
        withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, start < end ?? buffer.count else { return nil }
            let found = memchr(base + start, Int32(byte), (end ?? buffer.count) - start)
            return found.map { UnsafeRawPointer($0) - base }
        }
    }
}
