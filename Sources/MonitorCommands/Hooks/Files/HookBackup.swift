import MonitorClient
import MonitorCore

/// What a file held before Monitor changed it, kept apart from it and readable by its owner only.
///
/// `previous` is the file before the latest change, for a person. `before` and `after` are the two ends of the
/// installation: as long as the file is still `after`, to the byte, taking it back means `before`, to the byte.
struct HookBackup {
    let folder: String

    /// Of the file that lies at `target`.
    init(of target: String, _ environment: Environment) throws(Failure) {
        let name = target.split(separator: "/").last.map(String.init) ?? "file"
        let key = "\(name)-\(fingerprint(of: target.utf8))"
        folder = "\(try HookBackup.stateFolder(environment))/monitor/backups/\(key)"
    }

    var previousPath: String { "\(folder)/previous" }

    /// What the file held before the installation that wrote `content`; `nil` where no such thing is known, and
    /// `.some(nil)` where there was no file.
    func before(_ content: [UInt8]) throws -> [UInt8]?? {
        guard try LocalFile.read("\(folder)/after", limit: HookBackup.limit) == content else { return nil }
        return .some(try LocalFile.read("\(folder)/before", limit: HookBackup.limit))
    }

    /// Keeps the bytes that are about to be replaced.
    func keepPrevious(_ content: [UInt8]?) throws {
        if let content { try LocalFile.writePrivately(content, to: previousPath) }
    }

    /// A crash in between leaves an `after` that no file equals, so that `before` is never put back wrongly.
    func keep(before: [UInt8]?, after: [UInt8]) throws {
        try forget()
        if let before { try LocalFile.writePrivately(before, to: "\(folder)/before") }
        try LocalFile.writePrivately(after, to: "\(folder)/after")
    }

    func forget() throws {
        for path in ["\(folder)/after", "\(folder)/before"] where FileSystem.exists(path) {
            try FileReplacement.remove(path)
        }
    }

    private static let limit = 16 * 1024 * 1024

    private static func stateFolder(_ environment: Environment) throws(Failure) -> String {
        guard let folder = environment.stateFolder else {
            throw Failure(.local, "there is no home folder to keep a backup in; set HOME or XDG_STATE_HOME")
        }
        return folder
    }
}
