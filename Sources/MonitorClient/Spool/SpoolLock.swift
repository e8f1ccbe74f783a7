#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The right to send what is in the spool: one process has it, and loses it with its life.
final class SpoolLock: Sendable {
    private let descriptor: Int32

    /// `nil` where another process has it.
    init?(_ spool: Spool) {
        try? LocalFile.makeFolders(spool.folder)
        let descriptor = open("\(spool.folder)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}

extension Spool {
    /// Whether a flusher is at work.
    package var isBeingFlushed: Bool { SpoolLock(self) == nil }
}
