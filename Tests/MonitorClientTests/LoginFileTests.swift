#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import MonitorClient
import Testing

@Suite struct LoginFileTests {
    /// Runs `body` with a folder of its own, which does not exist yet.
    private func withPath(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "monitor-login-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appending(path: "a/b/config.json").path)
    }

    private func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    private let login = LoginFile(server: ServerAddress(scheme: .https, host: "host", port: 443), token: "se\"cret")

    @Test func `what is written is read again`() throws {
        try withPath { path in
            try login.write(path)
            #expect(try LoginFile.read(path) == login)
            try LoginFile(server: .standard, token: nil).write(path)
            #expect(try LoginFile.read(path) == LoginFile(server: .standard, token: nil))
        }
    }

    @Test func `only its owner may read it, also where it was open before`() throws {
        try withPath { path in
            try login.write(path)
            #expect(try mode(path) == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            try login.write(path)
            #expect(try mode(path) == 0o600)
        }
    }

    @Test func `nothing else is left in the folder`() throws {
        try withPath { path in
            try login.write(path)
            try login.write(path)
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "/\(folder)") == ["config.json"])
        }
    }

    @Test func `a folder in its place fails and leaves nothing behind`() throws {
        try withPath { path in
            try FileManager.default.createDirectory(atPath: "\(path)/x", withIntermediateDirectories: true)
            #expect(throws: SystemError.self) { try login.write(path) }
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "/\(folder)") == ["config.json"])
        }
    }

    @Test func `no file is no login`() throws {
        #expect(try LoginFile.read("/nowhere/config.json") == nil)
    }

    @Test(arguments: ["", "{", "[]", "{}", "{\"server\":1}", "{\"server\":\"ftp://x\"}"])
    func `a file that cannot be used is told with its path`(content: String) throws {
        try withPath { path in
            try LocalFile.writePrivately(Array(content.utf8), to: path)
            let error = #expect(throws: SettingsError.self) { try LoginFile.read(path) }
            #expect(error?.message.contains(path) == true)
        }
    }
}
