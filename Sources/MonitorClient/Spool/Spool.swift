#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
package import MonitorCore

/// Deliveries that wait for the server, each a file of its own in a folder of the user's.
///
/// Any number of hooks append, one flusher takes away. File names sort by time and tell the size, so that one look at
/// the folder is enough. What a bound keeps out is counted, never kept by half.
package struct Spool: Sendable {
    package let folder: String
    private let limits: Limits

    package struct Limits: Sendable {
        /// Both are far beyond a day without a server, and small on a disk.
        package var bytes = 256 * 1024 * 1024
        package var count = 20_000

        package init() {}
    }

    var queue: String { "\(folder)/queue" }

    package init(folder: String, limits: Limits = Limits()) {
        self.folder = folder
        self.limits = limits
    }

    /// `$XDG_STATE_HOME/monitor/spool`, else `~/.local/state/monitor/spool`; `nil` without a home.
    package init?(_ environment: Environment) {
        guard let state = environment.stateFolder else { return nil }
        self.init(folder: "\(state)/monitor/spool")
    }

    package var isEmpty: Bool {
        var isEmpty = true
        forEachName { _ in
            isEmpty = false
            return false
        }
        return isEmpty
    }

    /// Adds a delivery, or counts it where it finds no place: the oldest are kept.
    @discardableResult package func append(_ delivery: HookDelivery, at time: Timestamp = .now) -> Bool {
        let bytes = SpoolEntry(delivery, at: time).bytes
        let waiting = names()
        guard waiting.count < limits.count, waiting.reduce(bytes.count, { $0 + $1.size }) <= limits.bytes else {
            count(.refused)
            return false
        }
        let name = SpoolName(time: time, size: bytes.count)
        do {
            try LocalFile.makeFolders(queue)
            // Under a name that no reader takes for an entry until it is whole.
            let draft = "\(queue)/\(name).draft"
            try LocalFile.create(draft, bytes)
            guard rename(draft, path(name)) == 0 else { throw SystemError("cannot keep a delivery") }
            return true
        } catch {
            count(.refused)
            return false
        }
    }

    /// What waits, oldest first.
    package func names() -> [SpoolName] {
        var names: [SpoolName] = []
        forEachName {
            names.append($0)
            return true
        }
        return names.sorted()
    }

    package func entry(_ name: SpoolName) -> SpoolEntry? {
        ((try? LocalFile.read(path(name), limit: HookInput.limit * 2)) ?? nil).flatMap(SpoolEntry.init)
    }

    package func remove(_ name: SpoolName) { unlink(path(name)) }

    func path(_ name: SpoolName) -> String { "\(queue)/\(name)" }

    /// Calls `body` with each name, in no order, until it returns false.
    private func forEachName(_ body: (SpoolName) -> Bool) {
        guard let directory = opendir(queue) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let text = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name = SpoolName(text), !body(name) { return }
        }
    }
}
