#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import MonitorClient
@testable import MonitorCommands
import Testing

@Suite struct BinaryPathTests {
    /// A versioned program, and a link to it on the search path.
    private func withProgram(_ body: (_ folder: HookFolder, _ program: String, _ link: String) throws -> Void) throws {
        try HookFolder.with { folder in
            let (program, link) = ("\(folder.root)/opt/1.2/monitor-cli", "\(folder.root)/bin/monitor-cli")
            try folder.write("", to: program, mode: 0o755)
            try folder.write("", to: link)
            try FileManager.default.removeItem(atPath: link)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: program)
            try body(folder, program, link)
        }
    }

    private func resolve(_ given: String? = nil, startedAs: String, path: String, in folder: String) throws -> String {
        try BinaryPath.resolve(given, startedAs: startedAs, Environment(["PATH": path]), folder: folder)
    }

    @Test func `the link on the search path is kept, also when its target was started`() throws {
        try withProgram { folder, program, link in
            let path = "relative:/nowhere:\(folder.root)/bin"
            for name in ["monitor-cli", program, "\(folder.root)/opt/../bin/./monitor-cli"] {
                let found = try resolve(startedAs: name, path: path, in: "/")
                #expect(found == link)
            }
        }
    }

    @Test func `what is not on the search path is named as it was started`() throws {
        try withProgram { folder, program, link in
            let (target, linked) = (
                try resolve(startedAs: program, path: "", in: "/"),
                try resolve(startedAs: "bin/monitor-cli", path: "", in: folder.root)
            )
            #expect(target == program && linked == link)
        }
    }

    @Test func `a path that is given wins, and is checked`() throws {
        try withProgram { folder, program, link in
            #expect(try resolve("opt/1.2/monitor-cli", startedAs: link, path: "", in: folder.root) == program)
            #expect(throws: Failure.self) { try resolve("gone", startedAs: link, path: "", in: folder.root) }
            try folder.write("", to: "\(folder.root)/other", mode: 0o755)
            let failure = #expect(throws: Failure.self) {
                try resolve("other", startedAs: link, path: "", in: folder.root)
            }
            #expect(failure?.status == .usage)
        }
    }
}
