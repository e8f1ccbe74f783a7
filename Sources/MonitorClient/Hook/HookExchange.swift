/// One delivery over a socket with one bound for all of it; the answer's status is all that matters of it.
struct HookExchange {
    /// A hook may hold its agent up for 300 ms; what comes after the answer has to fit in too.
    static let patience = Duration.milliseconds(280)

    private let deadline = ContinuousClock.now + patience

    /// The answer's status; `nil` where none came in time.
    func status(of request: HTTPRequest, at server: ServerAddress) -> Int? {
        do {
            let bytes = try request.wireBytes(to: server)
            let socket = try TCPSocket.dial(server.host, port: server.port, timeout: left, register: { _ in })
            // A server may refuse a large body before it has read it all.
            try? socket.write(bytes, timeout: left)
            return try readStatus(from: socket)
        } catch {
            return nil
        }
    }

    private func readStatus(from socket: TCPSocket) throws -> Int? {
        var parser = HTTPResponseParser()
        while parser.head == nil {
            let bytes = try socket.receive(upTo: 16 * 1024, timeout: left)
            guard !bytes.isEmpty else { return nil }
            try parser.append(bytes)
        }
        return parser.head?.status
    }

    private var left: Duration { max(.milliseconds(1), deadline - .now) }
}

extension ServerAddress {
    /// Whether a hook may talk to it itself: resolving a name, and TLS, take as long as they take.
    var isForHooks: Bool {
        scheme == .http && (host == "localhost" || host.utf8.allSatisfy { ServerAddress.isOfAddress($0) })
    }

    /// Digits, dots, colons and hex letters: a host name has other letters, or is looked up at once like an address.
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte.isHexDigit
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { Character(UnicodeScalar(self)).isHexDigit }
}
