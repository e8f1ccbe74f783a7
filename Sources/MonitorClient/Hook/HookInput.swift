#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What an agent writes to its hook.
enum HookInput {
    /// What the server takes of a delivery.
    static let limit = 25 * 1024 * 1024
    /// An agent writes at once; one that never closes its end must not keep its hook.
    private static let patience: Int32 = 1_000

    /// Reads to the end, or until nothing comes any more; `nil` for more than the server takes.
    static func read(_ stream: StandardStream = .input) -> [UInt8]? {
        var input: [UInt8] = []
        while hasMore(stream.descriptor) {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, initialized in
                count = Platform.readBytes(stream.descriptor, buffer.baseAddress, buffer.count)
                initialized = max(0, count)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { break }
            input += piece
            if input.count > limit { return nil }
        }
        return input
    }

    private static func hasMore(_ descriptor: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        var result = poll(&request, 1, patience)
        while result < 0 && errno == EINTR { result = poll(&request, 1, patience) }
        return result > 0
    }
}
