import Foundation
import MonitorTesting

/// A small file system in memory, to be filled to the last byte; only root can mount one.
struct MountedFolder: Sendable {
    let path: String
    private let parent: TemporaryFolder

    init(beneath parent: TemporaryFolder, size: String) async throws {
        guard geteuid() == 0 else {
            throw ProcessFailure(
                "this test mounts a tmpfs, which takes root; run it so, or set MONITOR_TEST_NO_ROOT=1 to go without")
        }
        self.parent = parent
        path = parent.file("mount")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try await run("mount", "-t", "tmpfs", "-o", "size=\(size),mode=0700", "tmpfs", path)
    }

    func makeReadOnly() async throws { try await run("mount", "-o", "remount,ro", path) }

    func remove() async throws { try await run("umount", path) }

    /// Runs `body` and takes the file system away after it, whatever happens; it has to be in use by nobody then.
    func use(_ body: (MountedFolder) async throws -> Void) async throws {
        do {
            try await body(self)
        } catch {
            try? await run("umount", "-l", path)
            throw error
        }
        try await remove()
    }

    /// Whether the machine's owner has said that there is no root to have.
    static var isDisabled: Bool { ProcessInfo.processInfo.environment["MONITOR_TEST_NO_ROOT"] == "1" }

    private func run(_ program: String, _ arguments: String...) async throws {
        let result = try await CommandProcess(program, arguments, in: parent).result(within: .seconds(10))
        guard result.exit == .status(0) else { throw ProcessFailure("\(program): \(result.errors)") }
    }
}
