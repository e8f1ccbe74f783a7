#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the spool has let go, for `spool status`: a byte in a file for each, which needs no lock.
extension Spool {
    package enum Count: String, Sendable {
        /// Found no place in the spool.
        case refused
        /// The server will never take it, or it could not be read.
        case rejected
    }

    func count(_ kind: Count) {
        try? LocalFile.makeFolders(folder)
        let descriptor = open("\(folder)/\(kind.rawValue)", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        try? StandardStream(descriptor: descriptor).write([UInt8(ascii: ".")])
    }

    package func number(of kind: Count) -> Int {
        var status = stat()
        return stat("\(folder)/\(kind.rawValue)", &status) == 0 ? Int(status.st_size) : 0
    }
}
