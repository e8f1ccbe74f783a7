#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What an agent writes to its hook.
enum HookInput: Equatable {
    case body([UInt8])
    case tooLarge
    /// A person has started the hook by hand.
    case terminal

    /// How long an agent may be silent; some never close the pipe.
    private static let silence = Duration.seconds(1)
    /// How long all of it may take.
    private static let patience = Duration.seconds(3)
    private static let pieceSize = 64 * 1024

    /// Reads to the end, to the end of the patience, or as much as `limit` allows.
    static func read(_ descriptor: Int32 = 0, limit: Int = Hook.bodyLimit) -> HookInput {
        if isatty(descriptor) == 1 { return .terminal }
        let end = ContinuousClock.now + patience
        var body: [UInt8] = []
        var count = 0
        while let piece = nextPiece(descriptor, until: min(end, .now + silence)) {
            count += piece.count
            // The rest is read all the same, since a broken pipe would be an error to the agent.
            if count <= limit { body += piece } else { body = [] }
        }
        return count <= limit ? .body(body) : .tooLarge
    }

    private static func nextPiece(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
        while true {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = max(.zero, deadline - .now)
            let ready = poll(&request, 1, Int32((left / .milliseconds(1)).rounded(.up)))
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { return nil }
            var result = 0
            let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, initialized in
                result = Platform.readBytes(descriptor, buffer.baseAddress, pieceSize)
                initialized = max(0, result)
            }
            if result > 0 { return piece }
            guard result < 0 && (errno == EINTR || errno == EAGAIN) else { return nil }
        }
    }
}
