package import MonitorCore

extension SQLiteJournalStore: JournalEngine {
    package var place: String { path }

    package func start(
        beginning begin: @escaping @Sendable (Seq) -> Void, publishing publish: @escaping JournalPublisher
    ) async throws {
        begin(try await bounds().head)
        start(publishing: publish)
    }
}
