#if PostgreSQL
import Foundation
import MonitorCore
import MonitorTesting
import Synchronization

/// Posts without end to whichever of some servers takes it, and remembers what was acknowledged.
final class StubbornWriter: Sendable {
    private struct State {
        var ports: [UInt16]
        var acknowledged: [Seq: String] = [:]
        var isStopped = false
    }

    private let name: String
    private let board: Board
    private let state: Mutex<State>

    init(_ name: String, on board: Board, _ ports: [UInt16]) {
        self.name = name
        self.board = board
        state = Mutex(State(ports: ports))
    }

    var acknowledged: [Seq: String] { state.withLock { $0.acknowledged } }

    func use(_ ports: [UInt16]) { state.withLock { $0.ports = ports } }

    func stop() { state.withLock { $0.isStopped = true } }

    func run() {
        var number = 0
        while !state.withLock({ $0.isStopped }) {
            let port = state.withLock { $0.ports[number % $0.ports.count] }
            try? post(to: port, &number)
            number += 1
            // Nobody answers: as a client would, it lets a moment pass.
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    private func post(to port: UInt16, _ number: inout Int) throws {
        var http = try HTTPWire(to: port)
        while !state.withLock({ $0.isStopped }) {
            number += 1
            let message = "\(name) \(number)"
            let seq = try http.post(message, on: board)
            state.withLock { $0.acknowledged[seq] = message }
        }
    }
}
#endif
