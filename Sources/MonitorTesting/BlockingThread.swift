import Foundation

/// Threads for calls that block: on the cooperative pool a few of them would stop every test.
package enum BlockingThread {
    /// Starts a thread that ends with `body`.
    package static func start(_ body: @escaping @Sendable () -> Void) throws {
        let thread = Thread(block: body)
        thread.name = "test"
        thread.start()
    }

    /// Runs `body` on a thread of its own and returns its result; everything in it has to be bounded in time.
    package static func run<Result: Sendable>(
        _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Swift.Result { try body() }) }.start()
        }
    }

    /// Runs `body` on `count` threads at once and returns the results in order.
    package static func runMany<Result: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            for index in 0..<count {
                group.addTask { (index, try await run { try body(index) }) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

/// What did not happen in time.
package struct DeadlineMissed: Error, CustomStringConvertible {
    package let description: String
}

/// Runs `body`, at most for `limit`; then it is cancelled and the error names what was waited for.
package func within<Result: Sendable>(
    _ limit: Duration, _ what: String, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    let race = Race<Result>()
    let runner = Task { race.finish(await Swift.Result { try await body() }) }
    let timer = Task {
        try await Task.sleep(for: limit)
        race.finish(.failure(DeadlineMissed(description: "\(what) did not come within \(limit)")))
    }
    defer {
        runner.cancel()
        timer.cancel()
    }
    return try await race.result()
}

/// Asks again and again until `condition` holds: for what nothing announces, such as a process's memory.
package func eventually(
    within limit: Duration, _ what: String, _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        guard ContinuousClock.now < deadline else {
            throw DeadlineMissed(description: "\(what) did not come within \(limit)")
        }
        try await Task.sleep(for: .milliseconds(20))
    }
}
