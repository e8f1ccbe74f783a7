#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that is open until the last reference to it goes; a child process does not inherit it.
final class OpenFile: Sendable {
    enum Purpose { case read, create, append, update }

    private let descriptor: Int32

    /// Opens the file, or makes it for its owner only (0600): anew to `create`, where it is missing to `append` or `update`.
    ///
    /// Never waits: a pipe in a file's place has nobody at its other end.
    init(_ path: String, to purpose: Purpose) throws {
        let flags =
            switch purpose {
            case .read: O_RDONLY
            case .create: O_WRONLY | O_CREAT | O_EXCL
            case .append: O_WRONLY | O_CREAT | O_APPEND
            case .update: O_RDWR | O_CREAT
            }
        let opened = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o600)
        guard opened >= 0 else { throw SystemError("cannot open \(path)") }
        descriptor = opened
        // The umask narrows the mode of a new file; one that takes the owner's own rights is undone.
        if flags & O_CREAT != 0 { _ = fchmod(descriptor, 0o600) }
    }

    deinit { close(descriptor) }

    /// `nil` for what is no plain file.
    var size: Int? {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(facts.st_size)
    }

    /// The file from where the last read ended, at most `limit` bytes of it.
    func read(upTo limit: Int) throws -> [UInt8] {
        var content: [UInt8] = []
        while content.count < limit {
            let piece = try readPiece(min(limit - content.count, 64 * 1024))
            if piece.isEmpty { break }
            content += piece
        }
        return content
    }

    func write(_ bytes: [UInt8]) throws { try StandardStream(descriptor: descriptor).write(bytes) }

    /// Puts `bytes` at the beginning of the file in one call.
    func overwrite(_ bytes: [UInt8]) throws {
        guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { throw SystemError("cannot write a file") }
    }

    /// Takes the file's lock, which ends with `unlock` or with the process; `false` when others hold it all that time.
    func lock(within limit: Duration) -> Bool {
        let deadline = ContinuousClock.now + limit
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < deadline else { return false }
            poll(nil, 0, 1)
        }
        return true
    }

    func unlock() { _ = flock(descriptor, LOCK_UN) }

    private func readPiece(_ count: Int) throws -> [UInt8] {
        while true {
            var result = 0
            let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                result = Platform.readBytes(descriptor, buffer.baseAddress, count)
                initialized = max(0, result)
            }
            if result >= 0 { return piece }
            if errno != EINTR { throw SystemError("cannot read a file") }
        }
    }
}
