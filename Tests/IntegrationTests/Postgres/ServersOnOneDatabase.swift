#if PostgreSQL
import MonitorCore
import MonitorTesting

/// Runs `body` with servers that share a database; all have to end well after it.
func withServers(
    _ count: Int, on url: String, _ body: ([ServerProcess]) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    let servers = try await withThrowingTaskGroup(of: ServerProcess.self) { group in
        for _ in 0..<count {
            group.addTask { try await ServerProcess(in: folder, environment: ["MONITOR_DB": url]) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
    }
    try await body(servers)
    for server in servers { try await server.stop() }
    withExtendedLifetime(folder) {}
}

extension StreamWire {
    /// The seqs of the next events, without blocking the pool.
    mutating func take(_ count: Int) async throws -> [Seq] {
        let stream = self
        let (rest, seqs) = try await BlockingThread.run {
            var stream = stream
            let seqs = try stream.events(count).compactMap(\.seq)
            return (stream, seqs)
        }
        self = rest
        return seqs
    }
}

extension Sequence where Element: Sendable {
    /// The results in the order of the elements, one after the other.
    func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
#endif
