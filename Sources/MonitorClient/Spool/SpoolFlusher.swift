/// Sends what the spool holds, oldest first; a delivery that cannot be sent holds up all later ones for its server.
package struct SpoolFlusher: Sendable {
    package typealias Sleep = @Sendable (Duration) async throws -> Void

    private let spool: Spool
    private let clients: FlushClients
    private let patience: Duration
    private let sleep: Sleep

    /// `patience` is how long to wait for a server that does not answer.
    package init(
        _ spool: Spool, clients: FlushClients, patience: Duration = .zero,
        sleep: @escaping Sleep = { try await Task.sleep(for: $0) }
    ) {
        self.spool = spool
        self.clients = clients
        self.patience = patience
        self.sleep = sleep
    }

    /// Sends until nothing is left or the patience ends; `lockWait` is how long to wait for another flusher's end.
    package func run(lockWait: Duration = .milliseconds(200)) async throws -> FlushReport {
        var report = FlushReport()
        repeat {
            guard let lock = try await lock(within: lockWait) else {
                report.isElsewhere = true
                return report
            }
            defer { lock.release() }
            try await drain(into: &report)
            leaveStamp(report.problem)
            // A hook that appended just now has seen the lock held and started nobody.
        } while report.problem == nil && !spool.isEmpty
        return report
    }

    private func lock(within limit: Duration) async throws -> FlusherLock? {
        let deadline = ContinuousClock.now + limit
        while true {
            if let lock = try FlusherLock(spool, within: .zero) { return lock }
            if ContinuousClock.now >= deadline { return nil }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func drain(into report: inout FlushReport) async throws {
        spool.removeOldDrafts()
        try spool.recount()
        var patience = FlushPatience(patience, from: .now)
        var random = SystemRandomNumberGenerator()
        while true {
            let before = report.progress
            report.problem = try await sendAll(into: &report)
            let step = patience.step(
                after: report.problem, madeProgress: report.progress > before, isEmpty: spool.isEmpty, at: .now,
                using: &random)
            guard case .again(let delay) = step else { return }
            if delay > .zero { try await sleep(delay) }
        }
    }

    /// One look at the whole queue; returns the first problem.
    private func sendAll(into report: inout FlushReport) async throws -> FlushProblem? {
        var held: [String: FlushProblem] = [:]
        var first: FlushProblem?
        for name in spool.queue() where held[name.serverTag] == nil {
            guard let problem = try await handle(name, into: &report) else { continue }
            held[name.serverTag] = problem
            first = first ?? problem
        }
        return first
    }

    private func handle(_ name: SpoolName, into report: inout FlushReport) async throws -> FlushProblem? {
        guard let delivery = spool.read(name) else {
            try spool.setAside(name)
            report.damaged += 1
            return nil
        }
        switch await clients.send(delivery) {
        case .success(.stored):
            report.sent += 1
        case .success:
            report.rejected += 1
            spool.count(.rejected)
        case .failure(let problem): return problem.problem
        }
        try spool.remove(name)
        return nil
    }

    private func leaveStamp(_ problem: FlushProblem?) {
        switch problem {
        case .refused, .local: spool.delayFlusherStart(by: .seconds(25))
        case .unreachable, nil: spool.endFlusherStart()
        }
    }
}
