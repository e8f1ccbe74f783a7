import ArgumentParser
import Logging
import MonitorCore

/// `monitor-server migrate`: copies a store into another one, of any kind.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Copy a store into an empty one of any kind, with every seq, id and time.",
        discussion: """
            Stop the servers of both first. A copy that was interrupted goes on where it was when the same command runs \
            again; until it has ended, and both stores were compared, the target opens for nothing else.
            """)

    @Option(help: "Where from: sqlite:PATH or postgres://USER@HOST/NAME.")
    var from: String

    @Option(help: "Where to: the same, empty.")
    var to: String

    func run() async throws {
        do {
            let (source, target) = (try location("--from", from), try location("--to", to))
            if source == target { throw InvalidSetting("--to", "is the same as --from") }
            try await migrate(from: source, to: target)
        } catch let error as InvalidSetting {
            throw ValidationError(error.description)
        } catch {
            throw StartFailure(error)
        }
    }

    private func location(_ flag: String, _ url: String) throws -> DatabaseLocation {
        try Settings(environment: [:]).value(flag, url, default: url) { try DatabaseLocation(url: $0) }
    }

    private func migrate(from source: DatabaseLocation, to target: DatabaseLocation) async throws {
        var logger = Logger(label: "monitor.migrate") { _ in LineLogHandler(format: .text) }
        logger.logLevel = .error
        let from = try source.open(maxBatch: Migration.pageSize, forImport: false, logger: logger)
        defer { from.close() }
        let into = try target.open(maxBatch: Migration.pageSize, forImport: true, logger: logger)
        defer { into.close() }
        for store in [from, into] { try await begin(store) }
        let bar = ProgressBar()
        let checksum = try await Migration(source: from, target: into, report: bar.show).run()
        bar.finish()
        print("copied: \(checksum)")
    }

    /// Starts a store and returns once it can be used.
    private func begin(_ store: any JournalEngine) async throws {
        let (heads, continuation) = AsyncStream.makeStream(of: Seq.self, bufferingPolicy: .bufferingNewest(1))
        try await store.start(beginning: { continuation.yield($0) }, publishing: { _ in })
        for await _ in heads { return }
    }
}
