import MonitorClient

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What is where in the file system; nothing here changes anything.
enum FileSystem {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isExecutable(_ path: String) -> Bool {
        guard let mode = mode(path) else { return false }
        return access(path, X_OK) == 0 && mode & UInt32(S_IFMT) != UInt32(S_IFDIR)
    }

    /// Kind and permissions of what a path leads to; `nil` where there is nothing.
    static func mode(_ path: String) -> UInt32? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt32(status.st_mode) : nil
    }

    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && UInt32(status.st_mode) & UInt32(S_IFMT) == UInt32(S_IFLNK)
    }

    /// The path without any links in it; `nil` where it leads to nothing.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func currentFolder() throws -> String {
        guard let folder = getcwd(nil, 0) else { throw SystemError("cannot tell the working directory", code: errno) }
        defer { free(folder) }
        return String(cString: folder)
    }

    /// The repository that a folder belongs to: the nearest folder upwards with `.git`, else the folder itself.
    static func repository(of folder: String) -> String {
        var candidate = folder[...]
        while !candidate.isEmpty {
            if exists("\(candidate)/.git") { return String(candidate) }
            candidate = candidate[..<(candidate.lastIndex(of: "/") ?? candidate.startIndex)]
        }
        return folder
    }
}
