import MonitorStorage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A database that goes with the server: a demo must not fill the one of everyday.
enum DemoDatabase {
    static func makeLocation() throws -> SQLiteLocation {
        let folder = FileManager.default.temporaryDirectory.appending(path: "monitor-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return SQLiteLocation(path: folder.appending(path: "monitor.db").path(percentEncoded: false))
    }

    static func remove(_ location: SQLiteLocation) {
        let folder = URL(filePath: location.path).deletingLastPathComponent()
        try? FileManager.default.removeItem(at: folder)
    }
}
