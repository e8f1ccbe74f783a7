#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A TCP connection whose calls block, each for at most a given time.
///
/// Reading and writing belong to one thread; `shutDown` may come from any and wakes that thread. The descriptor closes
/// with the last reference, so no other connection can take its number while a call is under way.
final class TCPSocket: Sendable {
    private let descriptor: Int32

    private init(family: Int32) throws {
        descriptor = socket(family, Platform.streamSocket, 0)
        guard descriptor >= 0 else { throw SystemError("cannot open a socket") }
        Platform.prepare(socket: descriptor)
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
    }

    deinit { close(descriptor) }

    /// Connects to the first address of `host` that answers.
    ///
    /// `register` gets each socket before it connects, so that another thread can shut it down; it may throw to stop.
    static func dial(
        _ host: String, port: UInt16, timeout: Duration, register: (TCPSocket) throws -> Void
    ) throws -> TCPSocket {
        try dial(AddressList(host: host, port: port), within: .each(timeout), register: register)
    }

    /// Connects to an address that no resolver has to be asked for.
    static func dial(numericHost host: String, port: UInt16, within limit: TimeLimit) throws -> TCPSocket {
        try dial(AddressList(numericHost: host, port: port), within: limit, register: { _ in })
    }

    private static func dial(
        _ addresses: AddressList, within limit: TimeLimit, register: (TCPSocket) throws -> Void
    ) throws -> TCPSocket {
        var failure: any Error = SystemError("cannot connect", code: EADDRNOTAVAIL)
        for address in addresses {
            do {
                let socket = try TCPSocket(family: address.ai_family)
                try register(socket)
                try socket.dial(address, within: limit)
                return socket
            } catch let error as SystemError {
                failure = error
            }
        }
        throw failure
    }

    /// Ends the connection for both sides; a call under way returns.
    func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

    func write(_ bytes: [UInt8], timeout: Duration) throws { try write(bytes, within: .each(timeout)) }

    func write(_ bytes: [UInt8], within limit: TimeLimit) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                send(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Platform.sendFlags)
            }
            if count >= 0 { sent += count } else { try waitOrThrow(for: POLLOUT, limit, "cannot send the request") }
        }
    }

    /// Waits for the next bytes, at most `count`; none means that the peer has ended the connection.
    func receive(upTo count: Int, timeout: Duration) throws -> [UInt8] {
        try receive(upTo: count, within: .each(timeout))
    }

    func receive(upTo count: Int, within limit: TimeLimit) throws -> [UInt8] {
        while true {
            var result = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                result = recv(descriptor, buffer.baseAddress, count, 0)
                initialized = max(0, result)
            }
            if result >= 0 { return bytes }
            try waitOrThrow(for: POLLIN, limit, "cannot read the answer")
        }
    }

    private func dial(_ address: addrinfo, within limit: TimeLimit) throws {
        let attempt = "cannot connect"
        guard connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 else { return }
        guard errno == EINPROGRESS || errno == EINTR else { throw SystemError(attempt) }
        try wait(for: POLLOUT, limit, attempt)
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
        if code != 0 { throw SystemError(attempt, code: code) }
    }

    /// Waits when the last call only said "not now".
    private func waitOrThrow(for events: Int32, _ limit: TimeLimit, _ attempt: String) throws {
        switch errno {
        case EAGAIN, EWOULDBLOCK: try wait(for: events, limit, attempt)
        case EINTR: return
        default: throw SystemError(attempt)
        }
    }

    private func wait(for events: Int32, _ limit: TimeLimit, _ attempt: String) throws {
        let deadline = limit.deadline
        while true {
            var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let left = max(.zero, deadline - .now)
            let result = poll(&request, 1, Int32((left / .milliseconds(1)).rounded(.up)))
            if result > 0 { return }
            if result == 0 { throw SystemError(attempt, code: ETIMEDOUT) }
            if errno != EINTR { throw SystemError(attempt) }
        }
    }
}
