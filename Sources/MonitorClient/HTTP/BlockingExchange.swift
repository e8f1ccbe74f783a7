/// One request and its answer over a socket, by calls that block: for a thread that has nothing else to do.
package struct BlockingExchange {
    private static let readSize = 32 * 1024

    private let timeouts: Timeouts
    private let slot: SocketSlot
    private var socket: TCPSocket?
    private var parser = HTTPResponseParser()

    package init(timeouts: Timeouts = Timeouts()) { self.init(timeouts: timeouts, slot: SocketSlot()) }

    /// `slot` lets another thread end the exchange.
    init(timeouts: Timeouts, slot: SocketSlot) {
        self.timeouts = timeouts
        self.slot = slot
    }

    /// Connects, sends the request and reads the answer's head.
    package mutating func begin(_ request: HTTPRequest, at server: ServerAddress) throws -> HTTPResponseHead {
        let bytes = try request.wireBytes(to: server)
        let socket = try connect(to: server)
        self.socket = socket
        let broken = write(bytes, to: socket)
        while true {
            if let head = parser.head { return head }
            do { try readMore() } catch { throw broken ?? error }
        }
    }

    /// The next piece of the body; `nil` after the last.
    package mutating func next() throws -> [UInt8]? {
        while true {
            let piece = parser.takeBody()
            if !piece.isEmpty { return piece }
            if parser.isComplete { return nil }
            try readMore()
        }
    }

    private func connect(to server: ServerAddress) throws -> TCPSocket {
        do {
            return try TCPSocket.dial(server.host, port: server.port, timeout: timeouts.connect, register: slot.fill)
        } catch let error as SystemError {
            throw slot.isCancelled
                ? CancellationError() : ClientError.unreachable(server, reason: error.reason) as any Error
        } catch let error as UnknownHost {
            throw ClientError.unreachable(server, reason: "the host '\(error.host)' is unknown (\(error.reason))")
        }
    }

    /// A server may refuse a large body before it has read it all; its answer says more than the broken connection.
    private func write(_ bytes: [UInt8], to socket: TCPSocket) -> (any Error)? {
        do {
            try socket.write(bytes, timeout: timeouts.silence)
            return nil
        } catch {
            return lost(error)
        }
    }

    private mutating func readMore() throws {
        guard let socket else { return }
        do {
            let bytes = try socket.receive(upTo: BlockingExchange.readSize, timeout: timeouts.silence)
            try bytes.isEmpty ? parser.finish() : parser.append(bytes)
        } catch {
            throw lost(error)
        }
    }

    private func lost(_ error: any Error) -> any Error {
        if slot.isCancelled { return CancellationError() }
        guard let error = error as? SystemError else { return error }
        return ClientError.connectionLost(reason: error.reason)
    }
}
