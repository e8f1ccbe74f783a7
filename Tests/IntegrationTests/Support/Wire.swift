#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A TCP connection to this machine whose client may do anything; its calls block, each for a bounded time.
final class Wire: Sendable {
    private let descriptor: Int32

    /// A small receive buffer makes a reader that stops hold up its sender soon.
    init(to port: UInt16, receiveBuffer: Int32? = nil) throws {
        #if canImport(Glibc)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        #else
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        #endif
        guard descriptor >= 0 else { throw WireFailure.system("socket", errno) }
        if let receiveBuffer { set(SO_RCVBUF, to: receiveBuffer) }
        set(SO_RCVTIMEO, to: timeval(tv_sec: 30, tv_usec: 0))
        set(SO_SNDTIMEO, to: timeval(tv_sec: 30, tv_usec: 0))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw WireFailure.system("connect", errno) }
    }

    deinit { close(descriptor) }

    /// The port on this side.
    var localPort: UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                sendBytes(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw WireFailure.system("send", errno) }
            sent += count
        }
    }

    /// The next bytes, at most so many; none means that the server has closed the connection.
    func receive(upTo limit: Int = 64 * 1024) throws -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
                count = recv(descriptor, buffer.baseAddress, limit, 0)
                initialized = max(0, count)
            }
            if count >= 0 { return bytes }
            if errno != EINTR { throw WireFailure.system("receive", errno) }
        }
    }

    /// Makes the end of this connection a reset (RST) instead of an orderly close.
    func resetOnClose() { set(SO_LINGER, to: linger(l_onoff: 1, l_linger: 0)) }

    private func set(_ option: Int32, to value: some BitwiseCopyable) {
        withUnsafeBytes(of: value) { bytes in
            _ = setsockopt(descriptor, SOL_SOCKET, option, bytes.baseAddress, socklen_t(bytes.count))
        }
    }
}

#if canImport(Darwin)
private let sendFlags: Int32 = 0
#else
private let sendFlags = Int32(MSG_NOSIGNAL)
#endif

private func sendBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    send(descriptor, bytes, count, sendFlags)
}

/// What went wrong on a wire.
enum WireFailure: Error, Equatable {
    case system(String, Int32)
    /// The connection ended where no answer may end.
    case cut
    /// The answer is not what HTTP/1.1 says.
    case malformed(String)
    case refused(status: Int, body: String)
    /// What was waited for did not come.
    case late
}
