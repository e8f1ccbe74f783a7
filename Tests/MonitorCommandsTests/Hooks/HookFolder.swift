#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import MonitorClient
@testable import MonitorCommands

/// A home and a repository of a test's own.
struct HookFolder {
    let root: String

    var home: String { "\(root)/home" }
    var repository: String { "\(root)/repo" }
    var environment: Environment { Environment(["HOME": home]) }

    /// Runs `body` with a folder that goes afterwards.
    static func with(_ body: (HookFolder) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "monitor-hooks-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        // What `HookStatus` names has no links in it.
        try FileManager.default.createDirectory(atPath: "\(path)/home", withIntermediateDirectories: true)
        try body(HookFolder(root: FileSystem.realPath(path) ?? path))
    }

    func installation(_ agent: HookAgent, _ scope: HookScope = .user, isDryRun: Bool = false) -> HookInstallation {
        HookInstallation(agent, scope, environment, folder: repository, isDryRun: isDryRun)
    }

    func path(_ agent: HookAgent, _ scope: HookScope = .user) throws -> String {
        try agent.location(scope).path(environment, folder: repository)
    }

    func write(_ text: String, to path: String, mode: Int = 0o644) throws {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: "/\(folder)", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    func names(in folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder) }
}
