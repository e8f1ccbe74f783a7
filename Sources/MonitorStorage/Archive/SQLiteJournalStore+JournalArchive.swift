package import MonitorCore

extension SQLiteJournalStore: JournalArchive {
    package func archivedState() async throws -> ArchivedState {
        try await read { try ArchiveReader(database: $0).state() }
    }

    package func archivedEntries(after cursor: Seq, limit: Int) async throws -> [ArchivedEntry] {
        try await read { try ArchiveReader(database: $0).entries(after: cursor, limit: limit) }
    }

    package func forEachArchivedKey(_ body: @Sendable ([ArchivedKey]) async throws -> Void) async throws {
        var last = ""
        while true {
            let after = last
            let keys = try await read { try ArchiveReader(database: $0).keys(after: after) }
            guard let end = keys.last?.key else { return }
            try await body(keys)
            last = end
        }
    }

    package func beginImport(_ state: ArchivedState) async throws {
        try await write { try $0.beginImport(state) }
    }

    package func importEntries(_ entries: [ArchivedEntry]) async throws {
        try await write(weight: max(1, entries.count)) { try $0.importEntries(entries) }
    }

    package func importKeys(_ keys: [ArchivedKey]) async throws {
        try await write { session in
            for key in keys {
                try session.execute("REPLACE INTO idempotency_keys VALUES (?, ?)", .text(key.key), .int(key.seq))
            }
        }
    }

    package func finishImport(_ bounds: JournalBounds) async throws {
        try await write { try $0.finishImport(bounds) }
    }
}
