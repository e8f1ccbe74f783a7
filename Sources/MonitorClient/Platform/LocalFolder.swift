#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Names in a folder, and what is done with them.
enum LocalFolder {
    /// Hands out each name but those that begin with a dot, in no order, until `visit` has enough.
    ///
    /// A folder that cannot be read has no names.
    static func visit(_ path: String, _ visit: (String) -> Search) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if !name.hasPrefix("."), visit(name) == .done { return }
        }
    }

    enum Search { case goOn, done }

    static func names(_ path: String) -> [String] {
        var names: [String] = []
        visit(path) { name in
            names.append(name)
            return .goOn
        }
        return names
    }

    static func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else { throw SystemError("cannot move \(path)") }
    }

    /// Removes a file; one that is gone already is no error.
    static func remove(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw SystemError("cannot remove \(path)") }
    }

    /// The file's size in bytes; `nil` where there is none.
    static func size(_ path: String) -> Int? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
    }

    /// How long ago the file was last written, by the wall clock; `nil` where there is none.
    static func age(_ path: String) -> Duration? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        #if canImport(Darwin)
        let written = facts.st_mtimespec
        #else
        let written = facts.st_mtim
        #endif
        // A file system may tell any time at all.
        let micros = Int64(written.tv_sec) &* 1_000_000 &+ Int64(written.tv_nsec) / 1000
        return .microseconds(Platform.wallClockMicroseconds &- micros)
    }

    /// Makes the file look as if it was last written that long ago; a negative age is in the future.
    static func setAge(_ path: String, _ age: Duration) {
        let micros = Platform.wallClockMicroseconds - age.components.seconds * 1_000_000
        let time = timeval(tv_sec: .init(micros / 1_000_000), tv_usec: .init(micros % 1_000_000))
        utimes(path, [time, time])
    }
}
