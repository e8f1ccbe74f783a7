import Crypto
import MonitorCore

/// What a store holds, in a few numbers that are the same for equal stores of any kind.
struct ArchiveChecksum: Equatable, CustomStringConvertible {
    private(set) var updates = 0
    private(set) var changes = 0
    private(set) var keys = 0
    private let journal: [UInt8]
    private let state: [UInt8]
    /// The sum of each key's own, since stores order keys in their own ways.
    private var keySum: [UInt8] = Array(repeating: 0, count: SHA256.byteCount)

    /// Reads all of a store; `progress` hears where it is.
    init(of store: any JournalArchive, progress: (Seq) -> Void) async throws {
        var (hash, cursor): (SHA256, Seq) = (SHA256(), 0)
        while true {
            let entries = try await store.archivedEntries(after: cursor, limit: Migration.pageSize)
            guard let last = entries.last else { break }
            for entry in entries {
                hash.add(entry)
                if case .update = entry { updates += 1 } else { changes += 1 }
            }
            cursor = last.seq
            progress(cursor)
        }
        journal = Array(hash.finalize())
        state = try await store.archivedState().digest
        for page in try await ArchiveChecksum.keySums(of: store) {
            keys += page.count
            for digest in page { for (index, byte) in digest.enumerated() { keySum[index] ^= byte } }
        }
    }

    /// The digests of all keys, in pages.
    private static func keySums(of store: any JournalArchive) async throws -> [[[UInt8]]] {
        let collected = KeyDigests()
        try await store.forEachArchivedKey { await collected.add($0) }
        return await collected.pages
    }

    var description: String {
        let sum = SHA256.hash(data: journal + state + keySum).prefix(8)
        let digits = sum.flatMap { [UInt8(hexDigit: $0 >> 4), UInt8(hexDigit: $0 & 0xF)] }
        let text = String(decoding: digits, as: UTF8.self)
        return "\(updates) updates, \(changes) changes, \(keys) keys, checksum \(text)"
    }
}

private actor KeyDigests {
    private(set) var pages: [[[UInt8]]] = []

    func add(_ keys: [ArchivedKey]) {
        pages.append(keys.map { Array(SHA256.hash(data: Array("\($0.seq) \($0.key)".utf8))) })
    }
}

extension SHA256 {
    /// Each part with its length, so that no two lists of parts look alike.
    fileprivate mutating func add(_ parts: [some Collection<UInt8>]) {
        for part in parts {
            update(data: Array("\(part.count):".utf8))
            update(data: Array(part))
        }
    }

    fileprivate mutating func add(_ entry: ArchivedEntry) {
        switch entry {
        case .update(let update): add([Array("update".utf8), update.json])
        case .change(let change):
            let keys = change.keys
            let places = [
                keys.taskID.map { "\($0)" }, keys.workstreamID.map { "\($0)" },
                keys.previousWorkstreamID.map { "\($0)" },
            ]
            let words = ["\(change.seq)", change.event.rawValue] + places.map { $0 ?? "-" }
            add(words.map { Array($0.utf8) } + [change.json])
        }
    }
}

extension ArchivedState {
    /// The same for equal states.
    fileprivate var digest: [UInt8] {
        var hash = SHA256()
        hash.add(workstreams.map(\.json))
        hash.add(tasks.flatMap { [$0.task.json, $0.tracking.json] })
        for (key, id) in workstreamRoutes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            hash.add([Array(key.utf8), Array("\(id)".utf8)])
        }
        for (key, id) in taskRoutes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            hash.add([Array(key.utf8), Array("\(id)".utf8)])
        }
        for run in checks { hash.add([Array("\(run)".utf8)]) }
        for session in browserSessions {
            hash.add([session.digest, session.owner, Array("\(session)".utf8)])
        }
        return Array(hash.finalize())
    }
}
