import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A TCP connection on which a test says byte for byte what is sent.
enum RawConnection {
    /// Sends the bytes and returns all that comes until the server closes; it fails after 2 minutes.
    static func exchange(port: Int?, _ request: String) async throws -> String {
        guard let port else { throw POSIXError(.EADDRNOTAVAIL) }
        return try await withCheckedThrowingContinuation { continuation in
            // Blocking calls stay off the threads that the server and its store share.
            Thread.detachNewThread {
                continuation.resume(with: Result { try talk(port: port, Array(request.utf8)) })
            }
        }
    }

    private static func talk(port: Int, _ request: [UInt8]) throws -> String {
        let connection = try open(port: port)
        defer { close(connection) }
        var timeout = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        // The server may have answered and closed before it has read everything.
        _ = request.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            if count < 0 && errno == EAGAIN { throw POSIXError(.ETIMEDOUT) }
            if count <= 0 { return String(decoding: answer, as: UTF8.self) }
            answer += buffer.prefix(count)
        }
    }

    /// `localhost` is either loopback address.
    private static func open(port: Int) throws -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = streamKind
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo("localhost", "\(port)", &hints, &list) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        defer { freeaddrinfo(list) }
        var candidate = list
        while let address = candidate?.pointee {
            let connection = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
            if connect(connection, address.ai_addr, address.ai_addrlen) == 0 { return connection }
            close(connection)
            candidate = address.ai_next
        }
        throw POSIXError(.ECONNREFUSED)
    }

    #if canImport(Glibc)
    private static let streamKind = Int32(SOCK_STREAM.rawValue)
    #else
    private static let streamKind = SOCK_STREAM
    #endif
}
