#if PostgreSQL
package import MonitorCore

extension PostgresJournalStore: JournalArchive {
    package func archivedState() async throws -> ArchivedState {
        try await readSnapshot { try ArchiveReader(connection: $0).state() }
    }

    package func archivedEntries(after cursor: Seq, limit: Int) async throws -> [ArchivedEntry] {
        try await read { try ArchiveReader(connection: $0).entries(after: cursor, limit: limit) }
    }

    package func forEachArchivedKey(_ body: @Sendable ([ArchivedKey]) async throws -> Void) async throws {
        var digest: [UInt8] = []
        while true {
            let after = digest
            guard let page = try await read({ try ArchiveReader(connection: $0).keys(after: after) }) else { return }
            try await body(page.keys)
            digest = page.last
        }
    }

    package func beginImport(_ state: ArchivedState) async throws {
        try await write { try $0.beginImport(state) }
    }

    package func importEntries(_ entries: [ArchivedEntry]) async throws {
        try await write(weight: max(1, entries.count)) { $0.importEntries(entries) }
    }

    package func importKeys(_ keys: [ArchivedKey]) async throws {
        try await write { session in
            _ = try session.connection.execute(
                """
                INSERT INTO idempotency_keys SELECT * FROM unnest($1::bytea[], $2::text[], $3::bigint[])
                ON CONFLICT (digest) DO NOTHING
                """, [.digests(keys.map(\.key)), .texts(keys.map(\.key)), .ints(keys.map(\.seq))])
        }
    }

    package func finishImport(_ bounds: JournalBounds) async throws {
        try await write { try $0.finishImport(bounds) }
    }
}
#endif
