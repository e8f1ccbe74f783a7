/// Reads one HTTP/1.1 answer from bytes that come in pieces of any size; it does no I/O.
package struct HTTPResponseParser {
    /// More than any server of ours sends; a hostile one cannot make the client's memory grow by its head.
    package static let headLimit = 64 * 1024

    private enum State: Equatable {
        case statusLine, fields, chunkSize, chunkEnd, trailers, complete
        case content(left: Int)
        case chunk(left: Int)
        case untilClose
    }

    package private(set) var head: HTTPResponseHead?
    private var state = State.statusLine
    private var draft = HTTPResponseHead(status: 0)
    private var line: [UInt8] = []
    private var lineBytes = 0
    private var body: [UInt8] = []

    package var isComplete: Bool { state == .complete }

    package init() {}

    /// What of the body has come since the last call.
    package mutating func takeBody() -> [UInt8] {
        defer { body = [] }
        return body
    }

    /// Reads the next bytes; what follows a complete answer is ignored.
    package mutating func append(_ bytes: some Collection<UInt8>) throws(ClientError) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty && !isComplete {
            switch state {
            case .content(let left):
                state = .content(left: left - take(left, from: &rest))
                if state == .content(left: 0) { state = .complete }
            case .chunk(let left):
                state = .chunk(left: left - take(left, from: &rest))
                if state == .chunk(left: 0) { state = .chunkEnd }
            case .untilClose: _ = take(rest.count, from: &rest)
            default: try readLine(from: &rest)
            }
        }
    }

    /// Tells that the server has closed the connection.
    package mutating func finish() throws(ClientError) {
        switch state {
        case .complete: return
        case .untilClose: state = .complete
        case .statusLine where line.isEmpty && lineBytes == 0:
            throw .connectionLost(reason: "the server closed it without an answer")
        default: throw .connectionLost(reason: "the server closed it in the middle of its answer")
        }
    }

    private mutating func take(_ count: Int, from rest: inout ArraySlice<UInt8>) -> Int {
        let piece = rest.prefix(count)
        body += piece
        rest = rest.dropFirst(piece.count)
        return piece.count
    }

    private mutating func readLine(from rest: inout ArraySlice<UInt8>) throws(ClientError) {
        let end = rest.firstIndex(of: UInt8(ascii: "\n"))
        let piece = rest[..<(end ?? rest.endIndex)]
        lineBytes += piece.count + 1
        guard lineBytes <= HTTPResponseParser.headLimit else { throw .badAnswer("its head is too long") }
        line += piece
        rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
        guard end != nil else { return }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        line = []
        try read(line: text)
    }

    private mutating func read(line: String) throws(ClientError) {
        switch state {
        case .statusLine: try readStatus(line)
        case .fields: try line.isEmpty ? endHead() : readField(line)
        case .chunkSize: try readChunkSize(line)
        case .chunkEnd:
            guard line.isEmpty else { throw .badAnswer("a chunk has the wrong size") }
            state = .chunkSize
        case .trailers: if line.isEmpty { state = .complete }
        default: break
        }
    }

    private mutating func readStatus(_ line: String) throws(ClientError) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), parts[1].utf8.count == 3, let status = Int(parts[1]),
            status >= 100
        else { throw .badAnswer("it does not speak HTTP/1.1") }
        draft = HTTPResponseHead(status: status)
        state = .fields
    }

    private mutating func readField(_ line: String) throws(ClientError) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex,
            line.first != " ", line.first != "\t"
        else { throw .badAnswer("its head has a line that is no header") }
        let value = line[line.utf8.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        draft.headers.append(String(line[..<colon]), String(value.trimmingSuffix { $0 == " " || $0 == "\t" }))
    }

    private mutating func endHead() throws(ClientError) {
        if (100..<200).contains(draft.status) {
            state = .statusLine
            return
        }
        head = draft
        lineBytes = 0
        state = try stateOfBody()
    }

    private func stateOfBody() throws(ClientError) -> State {
        if draft.status == 204 || draft.status == 304 { return .complete }
        if let coding = draft.headers["Transfer-Encoding"] {
            guard coding.lowercased() == "chunked" else { throw .badAnswer("its transfer encoding is unknown") }
            return .chunkSize
        }
        let lengths = Set(draft.headers[all: "Content-Length"])
        guard let text = lengths.first else { return .untilClose }
        guard lengths.count == 1, text.utf8.allSatisfy(isDigit), let length = Int(text) else {
            throw .badAnswer("its content length is no number")
        }
        return length == 0 ? .complete : .content(left: length)
    }

    private mutating func readChunkSize(_ line: String) throws(ClientError) {
        let digits = line.prefix { $0 != ";" }.trimmingSuffix { $0 == " " || $0 == "\t" }
        guard !digits.isEmpty, digits.allSatisfy(\.isHexDigit), let size = Int(digits, radix: 16) else {
            throw .badAnswer("the size of a chunk is no number")
        }
        lineBytes = 0
        state = size == 0 ? .trailers : .chunk(left: size)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Substring {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isUnwanted(last) { text.removeLast() }
        return text
    }
}
