import Synchronization

/// The socket of an exchange, where another thread can reach it to end the exchange.
final class SocketSlot: Sendable {
    private struct State {
        var socket: TCPSocket?
        var isCancelled = false
    }

    private let state = Mutex(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func fill(_ socket: TCPSocket) throws {
        let isCancelled = state.withLock { state in
            state.socket = socket
            return state.isCancelled
        }
        if isCancelled { throw CancellationError() }
    }

    func cancel() {
        let socket = state.withLock { state in
            state.isCancelled = true
            return state.socket
        }
        socket?.shutDown()
    }
}
