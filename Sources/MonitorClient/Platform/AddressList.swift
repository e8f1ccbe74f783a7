#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The addresses of a host, in the order in which the system's resolver wants them tried.
struct AddressList: Sequence {
    private let storage: Storage

    init(host: String, port: UInt16) throws { try self.init(host, port, flags: AI_NUMERICSERV) }

    /// Of an IP address; unlike a name's, it costs no look at the system's files and cannot wait for a name server.
    init(numericHost host: String, port: UInt16) throws {
        try self.init(host, port, flags: AI_NUMERICSERV | AI_NUMERICHOST)
    }

    private init(_ host: String, _ port: UInt16, flags: Int32) throws {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Platform.streamKind
        hints.ai_flags = flags
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &first)
        guard code == 0 else {
            throw UnknownHost(host: host, reason: gai_strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
        storage = Storage(first: first)
    }

    /// Tells an IP address from a name.
    static func isNumeric(_ host: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET, host, &address) == 1 || inet_pton(AF_INET6, host, &address) == 1
    }

    func makeIterator() -> some IteratorProtocol<addrinfo> {
        sequence(state: (next: storage.first, keeping: storage)) { state in
            defer { state.next = state.next?.pointee.ai_next }
            return state.next?.pointee
        }
    }

    private final class Storage {
        let first: UnsafeMutablePointer<addrinfo>?

        init(first: UnsafeMutablePointer<addrinfo>?) { self.first = first }

        deinit { freeaddrinfo(first) }
    }
}

/// A name that the resolver does not know.
struct UnknownHost: Error {
    let host: String
    let reason: String
}
