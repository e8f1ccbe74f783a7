import Foundation

/// The programs that are tested as they are shipped.
package enum Binary: String, Sendable {
    case server = "monitor-server"
    case cli = "monitor-cli"

    /// Where it is: in `MONITOR_BIN_DIR`, else where the tests themselves were built; that it is not there is an error.
    package var path: String {
        get throws {
            let candidates = Binary.folders.map { "\($0)/\(rawValue)" }
            guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
                throw ProcessFailure(
                    "\(rawValue) is not built (`swift build`, or MONITOR_BIN_DIR); looked for \(candidates)")
            }
            return path
        }
    }

    private static let folders: [String] = {
        if let folder = ProcessInfo.processInfo.environment["MONITOR_BIN_DIR"], !folder.isEmpty { return [folder] }
        // SwiftPM runs the test bundle itself on Linux, and a helper that gets the bundle's path on macOS.
        return CommandLine.arguments.filter { $0.contains(".xctest") }.map { path in
            let end = path.range(of: ".xctest")?.lowerBound ?? path.endIndex
            return URL(filePath: String(path[..<end])).deletingLastPathComponent().path
        }
    }()
}
