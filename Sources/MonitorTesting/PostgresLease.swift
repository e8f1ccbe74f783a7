import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How long a server and its folder live: until the last reference to this goes, or this process dies, even by SIGKILL.
///
/// A shell waits for the end of a pipe whose other end this process alone has. It then kills the server and removes the
/// folder. A parent-death signal would not do: Linux sends it when the thread that started the child ends.
final class PostgresLease: Sendable {
    private let shell: ChildProcess
    private let pipe: Int32
    private let server = Mutex<PostgresProcess?>(nil)

    init(folder: String) throws {
        let (readEnd, writeEnd) = try OutputLog.makePipe()
        defer { close(readEnd) }
        let silence = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(silence) }
        pipe = writeEnd
        let command = ChildProcess.Command(
            executable: "/bin/sh", arguments: ["-c", PostgresLease.watch, folder],
            environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"], folder: "/", isGroup: true)
        do {
            shell = try ChildProcess(command, input: readEnd, output: silence, error: silence)
        } catch {
            close(writeEnd)
            throw error
        }
    }

    deinit {
        close(pipe)
        // The last reference to a child kills it: the shell has to finish, and the server's number to stay its own.
        let (shell, server) = (shell, process)
        Task {
            _ = try? await shell.exit(within: PostgresProcess.patience)
            withExtendedLifetime(server) {}
        }
    }

    /// The process that the lease is for; `nil` while there is none.
    var process: PostgresProcess? { server.withLock { $0 } }

    /// Changes the process that the lease is for; the one before must have ended.
    func hold(_ process: PostgresProcess?) {
        server.withLock { $0 = process }
        let line = Array("\(process.map { "\($0.process.pid)" } ?? "")\n".utf8)
        _ = write(pipe, line, line.count)
    }

    /// Kills the server with all its processes at once, as a crash would, and returns when none is left.
    func kill() async throws {
        guard let process else { return }
        let command = ["/bin/sh", "-c", PostgresLease.killing, "\(process.process.pid)"]
        try await PostgresProcess(command, in: "/").end()
        try await process.end()
        hold(nil)
    }

    /// Kills the children of the process `$0`, each of which PostgreSQL puts into a group of its own, and then ends it.
    ///
    /// It is stopped first, so that it has no child that the list does not have. It gets SIGQUIT, on which it does nothing
    /// but wait for its children: were it killed too, nobody would reap them in a container whose first process does not.
    private static let killing = """
        kill -s STOP "$0"
        children=$(cat "/proc/$0/task/$0/children" 2>/dev/null || pgrep -P "$0")
        [ -z "$children" ] || kill -s KILL $children
        kill -s QUIT "$0"
        kill -s CONT "$0"
        """

    /// Reads the server's number, line by line, until the pipe ends; `$0` is the folder.
    ///
    /// Processes that are about to end may still write to the folder while it is removed, hence the loop.
    private static let watch = """
        folder=$0 server=
        while read -r line; do server=$line; done
        [ -z "$server" ] || sh -c '\(killing)' "$server"
        until rm -rf "$folder"; do sleep 0.1; done
        """
}
