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

    init(host: String, port: UInt16) throws {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Platform.streamKind
        hints.ai_flags = AI_NUMERICSERV
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &first)
        guard code == 0 else {
            throw UnknownHost(host: host, reason: gai_strerror(code).map { String(cString: $0) } ?? "error \(code)")
        }
        storage = Storage(first: first)
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
