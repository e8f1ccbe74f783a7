#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Small files of the user's own, without Foundation.
package enum LocalFile {
    /// The content, or `nil` where there is no such file.
    package static func read(_ path: String, limit: Int = 1024 * 1024) throws -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 && errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw SystemError("cannot read \(path)") }
        defer { close(descriptor) }
        var content: [UInt8] = []
        while content.count < limit {
            let piece = try readPiece(descriptor, path)
            if piece.isEmpty { break }
            content += piece
        }
        return content
    }

    /// Replaces the file in one step, readable by its owner only (0600), and makes its folders (0700).
    ///
    /// A reader sees the old content or the new one, also after a crash.
    package static func writePrivately(_ content: [UInt8], to path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try makeFolders(folder)
        let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        do {
            try create(draft, content)
            guard rename(draft, path) == 0 else { throw SystemError("cannot replace \(path)") }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func create(_ path: String, _ content: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError("cannot write \(path)") }
        defer { close(descriptor) }
        try StandardStream(descriptor: descriptor).write(content)
        // The mode given to `open` is narrowed by the umask; a umask that takes the owner's own rights is undone.
        guard fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else { throw SystemError("cannot write \(path)") }
    }

    /// Makes a folder and those above it, each for its owner only (0700); what is there already stays as it is.
    static func makeFolders(_ path: String) throws {
        if path.isEmpty || mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/") else {
            throw SystemError("cannot make the folder \(path)")
        }
        try makeFolders(String(path[..<slash]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError("cannot make the folder \(path)") }
    }

    private static func readPiece(_ descriptor: Int32, _ path: String) throws -> [UInt8] {
        while true {
            var result = 0
            let piece = [UInt8](unsafeUninitializedCapacity: 16 * 1024) { buffer, initialized in
                result = Int(Platform.readBytes(descriptor, buffer.baseAddress, buffer.count))
                initialized = max(0, result)
            }
            if result >= 0 { return piece }
            if errno != EINTR { throw SystemError("cannot read \(path)") }
        }
    }
}
