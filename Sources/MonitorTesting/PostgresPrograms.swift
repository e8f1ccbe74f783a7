import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// PostgreSQL's programs as this machine has them, and the user who may run its server.
struct PostgresPrograms: Sendable {
    /// PostgreSQL refuses to run as root; Debian's package makes this user.
    private static let standIn = "postgres"
    /// 15 is the oldest that the store supports.
    private static let oldest = 15

    private let bin: String
    /// Who runs them where this process is root.
    private let owner: (user: uid_t, group: gid_t)?

    init() throws {
        let folders = PostgresPrograms.folders
        guard let bin = folders.first(where: PostgresPrograms.isWhole) else {
            throw ProcessFailure(
                """
                PostgreSQL is not installed: `make test` installs it, Debian's package is postgresql-15 or a later \
                one; looked in \(folders.joined(separator: ", "))
                """)
        }
        self.bin = bin
        owner = geteuid() == 0 ? try PostgresPrograms.account() : nil
    }

    /// The command line of a program that has nothing to do with the server's files.
    func client(_ name: String, _ arguments: [String]) -> [String] { ["\(bin)/\(name)"] + arguments }

    /// The command line of a program that works on the server's files; the process becomes the program's.
    func server(_ name: String, _ arguments: [String]) -> [String] {
        guard let owner else { return client(name, arguments) }
        let identity = ["--reuid", "\(owner.user)", "--regid", "\(owner.group)", "--clear-groups"]
        return ["setpriv"] + identity + client(name, arguments)
    }

    /// Makes a folder for the server's files, with a path that leaves room for a socket's name.
    ///
    /// The path of a socket has 103 bytes on macOS and 107 on Linux, which the usual folder for temporary files uses up.
    func makeFolder() throws -> String {
        let folder = try "/tmp/mpg.XXXXXX".withMutablePath { path in
            guard mkdtemp(path) == nil else { return }
            throw ProcessFailure("cannot make a folder in /tmp: \(ProcessFailure.reason(errno))")
        }
        if let owner, chown(folder, owner.user, owner.group) != 0 {
            throw ProcessFailure("cannot give \(folder) away: \(ProcessFailure.reason(errno))")
        }
        return folder
    }

    private static func account() throws -> (user: uid_t, group: gid_t) {
        guard let entry = getpwnam(standIn) else {
            throw ProcessFailure("PostgreSQL does not run as root, and there is no user \(standIn) to run it as")
        }
        return (entry.pointee.pw_uid, entry.pointee.pw_gid)
    }

    /// Debian's folders and Homebrew's, the newest version first, then those of `PATH`.
    private static var folders: [String] {
        let places = [
            ("/usr/lib/postgresql", ""), ("/opt/homebrew/opt", "postgresql@"), ("/usr/local/opt", "postgresql@"),
        ]
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return places.flatMap { versions(in: $0, named: $1) } + path.split(separator: ":").map(String.init)
    }

    private static func versions(in place: String, named prefix: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        let versions = names.filter { $0.hasPrefix(prefix) }.compactMap { Int($0.dropFirst(prefix.count)) }
        return versions.filter { $0 >= oldest }.sorted(by: >).map { "\(place)/\(prefix)\($0)/bin" }
    }

    /// A client's package has `psql` only.
    private static func isWhole(_ folder: String) -> Bool {
        ["initdb", "postgres", "psql"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
    }
}

extension String {
    /// The text after `body` has changed it in place, as `mkdtemp` does.
    fileprivate func withMutablePath(_ body: (UnsafeMutablePointer<CChar>) throws -> Void) rethrows -> String {
        var bytes = Array(utf8CString)
        return try bytes.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return self }
            try body(start)
            return String(cString: start)
        }
    }
}
