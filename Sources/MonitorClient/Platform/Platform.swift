#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the C libraries differ; nothing else in the client asks which one it runs on.
enum Platform {
    #if canImport(Glibc)
    static let streamKind = Int32(SOCK_STREAM.rawValue)
    /// A TCP socket that a child process does not inherit.
    static let streamSocket = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #elseif canImport(Musl)
    static let streamKind = SOCK_STREAM
    static let streamSocket = SOCK_STREAM | SOCK_CLOEXEC
    #else
    static let streamKind = SOCK_STREAM
    static let streamSocket = SOCK_STREAM
    #endif

    #if canImport(Darwin)
    static let sendFlags: Int32 = 0
    #else
    /// A peer that is gone is an error to handle, not a signal that ends the process.
    static let sendFlags = Int32(MSG_NOSIGNAL)
    #endif

    /// What a new socket needs where flags to `socket` and `send` do not say it.
    static func prepare(socket: Int32) {
        #if canImport(Darwin)
        var on: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        #endif
    }

    // By names that do not hide the calls inside types with a `read` or a `write` of their own.
    static func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        read(descriptor, buffer, count)
    }

    static func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
        write(descriptor, buffer, count)
    }

    /// Microseconds since 1970, without Foundation.
    static var wallClockMicroseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// Runs `body` on a thread of its own, which ends with it.
    static func startThread(_ body: @escaping @Sendable () -> Void) throws {
        let context = Unmanaged.passRetained(ThreadBody(body))
        #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(&thread, nil, { runThread($0) }, context.toOpaque())
        if let thread { pthread_detach(thread) }
        #else
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { runThread($0) }, context.toOpaque())
        if code == 0 { pthread_detach(thread) }
        #endif
        guard code == 0 else {
            context.release()
            throw SystemError("cannot start a thread", code: code)
        }
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
