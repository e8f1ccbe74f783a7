/// What `strace` saw of a server, and whether every answer waited for the disk.
///
/// The rule: an answer of 201 goes out only after a write to the WAL and then a finished sync of it, both begun after
/// the request was read. With one request at a time that is exactly "the sync that this request waited for".
struct SyncTrace {
    enum Event: Equatable {
        case request(connection: String)
        case write
        case syncBegun(thread: Substring)
        case syncEnded(thread: Substring)
        case answer(connection: String)
    }

    private(set) var events: [Event] = []

    /// Reads the lines of `strace -f -y`; those that it does not know do not count.
    init(lines: some Sequence<some StringProtocol>) {
        var unfinishedReads: [String: String] = [:]
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].allSatisfy(\.isNumber) else { continue }
            let (thread, call) = (String(parts[0]), String(parts[1].drop { $0 == " " }))
            if let connection = SyncTrace.socket(of: call), SyncTrace.reading.contains(where: call.hasPrefix) {
                if call.contains("<unfinished") { unfinishedReads[thread] = connection }
                if call.contains("\"POST ") { events.append(.request(connection: connection)) }
            } else if SyncTrace.reading.contains(where: { call.hasPrefix("<... \($0.dropLast()) resumed>") }) {
                let connection = unfinishedReads.removeValue(forKey: thread)
                if let connection, call.contains("\"POST ") { events.append(.request(connection: connection)) }
            } else {
                readOutput(call, thread)
            }
        }
    }

    private static let reading = ["read(", "recvfrom(", "recvmsg(", "readv("]

    private mutating func readOutput(_ call: String, _ thread: String) {
        if call.hasPrefix("fdatasync(") || call.hasPrefix("fsync(") {
            guard call.contains("-wal>") else { return }
            events.append(.syncBegun(thread: thread[...]))
            if call.hasSuffix("= 0") { events.append(.syncEnded(thread: thread[...])) }
        } else if call.hasPrefix("<... fdatasync resumed>") || call.hasPrefix("<... fsync resumed>") {
            if call.hasSuffix("= 0") { events.append(.syncEnded(thread: thread[...])) }
        } else if call.hasPrefix("pwrite64("), call.contains("-wal>") {
            events.append(.write)
        } else if let connection = SyncTrace.socket(of: call), call.contains("\"HTTP/1.1 201 ") {
            events.append(.answer(connection: connection))
        }
    }

    /// `12<socket:[345]>` or `12<TCP:[...]>`, the first argument of a call on a socket.
    private static func socket(of call: String) -> String? {
        guard let open = call.firstIndex(of: "("), let end = call[open...].firstIndex(of: ">") else { return nil }
        let argument = call[open...end].dropFirst()
        return argument.contains("<socket:") || argument.contains("<TCP") ? String(argument) : nil
    }

    var answerCount: Int {
        events.count { if case .answer = $0 { true } else { false } }
    }

    /// The places of answers that went out too early.
    var violations: [Int] {
        var waiting: [String: Progress] = [:]
        var syncs: Set<Substring> = []
        var found: [Int] = []
        for (index, event) in events.enumerated() {
            switch event {
            case .request(let connection): waiting[connection] = .arrived
            case .write: waiting = waiting.mapValues { $0 == .arrived ? .written : $0 }
            case .syncBegun(let thread):
                syncs.insert(thread)
                waiting = waiting.mapValues { $0 == .written ? .syncing(thread) : $0 }
            case .syncEnded(let thread):
                guard syncs.remove(thread) != nil else { continue }
                waiting = waiting.mapValues { $0 == .syncing(thread) ? .durable : $0 }
            case .answer(let connection):
                if waiting.removeValue(forKey: connection) != .durable { found.append(index) }
            }
        }
        return found
    }

    private enum Progress: Equatable {
        case arrived
        case written
        case syncing(Substring)
        case durable
    }
}
