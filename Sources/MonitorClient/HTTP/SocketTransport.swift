/// HTTP/1.1 over plain sockets: what `http://` needs and no more, so that the command starts in milliseconds.
package struct SocketTransport: HTTPTransport {
    private let timeouts: Timeouts

    package init(timeouts: Timeouts = Timeouts()) { self.timeouts = timeouts }

    package func open(_ request: HTTPRequest, at server: ServerAddress) async throws -> HTTPResponseStream {
        let slot = SocketSlot()
        let connection = try Connection(BlockingExchange(timeouts: timeouts, slot: slot))
        let head = try await withTaskCancellationHandler {
            try await connection.begin(request, at: server)
        } onCancel: {
            slot.cancel()
        }
        return HTTPResponseStream(head: head, body: Body(connection: connection, slot: slot))
    }

    /// An exchange on a thread of its own.
    private actor Connection {
        private let thread: ThreadExecutor
        private var exchange: BlockingExchange

        nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

        init(_ exchange: sending BlockingExchange) throws {
            thread = try ThreadExecutor()
            self.exchange = exchange
        }

        deinit { thread.stop() }

        func begin(_ request: HTTPRequest, at server: ServerAddress) throws -> HTTPResponseHead {
            try exchange.begin(request, at: server)
        }

        func next() throws -> [UInt8]? { try exchange.next() }
    }

    private struct Body: AsyncSequence, AsyncIteratorProtocol, Sendable {
        let connection: Connection
        let slot: SocketSlot

        func makeAsyncIterator() -> Body { self }

        func next() async throws -> [UInt8]? {
            try await withTaskCancellationHandler {
                try await connection.next()
            } onCancel: {
                slot.cancel()
            }
        }
    }
}
