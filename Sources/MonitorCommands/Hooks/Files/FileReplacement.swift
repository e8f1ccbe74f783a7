import MonitorClient

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Puts whole files in place of others, in one step each.
enum FileReplacement {
    /// Writes beside the file, syncs, and renames: a reader sees the old content or the new one, also after a crash.
    static func replace(_ path: String, with content: [UInt8], mode: UInt32) throws {
        let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).tmp"
        do {
            try create(draft, content, mode, like: path)
            guard rename(draft, path) == 0 else { throw SystemError("cannot replace \(path)", code: errno) }
        } catch {
            unlink(draft)
            throw error
        }
        syncFolder(of: path)
    }

    static func remove(_ path: String) throws {
        guard unlink(path) == 0 else { throw SystemError("cannot remove \(path)", code: errno) }
        syncFolder(of: path)
    }

    static func makeFolders(_ path: String, mode: UInt32) throws {
        if path.isEmpty || FileSystem.exists(path) { return }
        if let slash = path.lastIndex(of: "/") { try makeFolders(String(path[..<slash]), mode: mode) }
        guard mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else {
            throw SystemError("cannot make the folder \(path)", code: errno)
        }
    }

    private static func create(_ path: String, _ content: [UInt8], _ mode: UInt32, like original: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError("cannot write \(path)", code: errno) }
        defer { close(descriptor) }
        try write(content, to: descriptor, path)
        keepOwner(of: original, descriptor)
        guard fchmod(descriptor, mode_t(mode)) == 0, fsync(descriptor) == 0 else {
            throw SystemError("cannot write \(path)", code: errno)
        }
    }

    private static func write(_ content: [UInt8], to descriptor: Int32, _ path: String) throws {
        var rest = content[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glue.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw SystemError("cannot write \(path)", code: errno)
            }
        }
    }

    /// Matters where root writes into a user's home; anybody else owns the file already.
    private static func keepOwner(of original: String, _ descriptor: Int32) {
        var status = stat()
        if stat(original, &status) == 0 { _ = fchown(descriptor, status.st_uid, status.st_gid) }
    }

    /// Not every file system can; the content itself is synced.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

private enum Glue {
    // By a name that does not hide the call inside a type with a `write` of its own.
    static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, buffer, count)
        #elseif canImport(Musl)
        Musl.write(descriptor, buffer, count)
        #else
        Darwin.write(descriptor, buffer, count)
        #endif
    }
}
