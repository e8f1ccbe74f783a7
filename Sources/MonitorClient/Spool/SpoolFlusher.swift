/// Sends what is in the spool, oldest first, each delivery until it has its answer.
package struct SpoolFlusher<C: Clock>: Sendable where C.Duration == Duration {
    private let spool: Spool
    private let client: MonitorClient
    private let clock: C

    package init(spool: Spool, client: MonitorClient, clock: C = ContinuousClock()) {
        self.spool = spool
        self.client = client
        self.clock = clock
    }

    package struct Report: Equatable, Sendable {
        package var sent = 0
        package var rejected = 0
        /// Another flusher is at work.
        package var isLocked = false
        /// Why it stopped before the end, if it did.
        package var problem: String?
    }

    /// Sends all there is; while the server takes nothing it tries again for as long as `patience`.
    ///
    /// What a hook appends while the lock is still held is looked for once more after it: that hook starts no flusher.
    package func flush(patience: Duration = .zero) async -> Report {
        var report = Report()
        repeat {
            guard let lock = await lock(tries: patience > .zero ? 1 : 20) else {
                report.isLocked = true
                return report
            }
            await send(&report, until: clock.now.advanced(by: patience))
            withExtendedLifetime(lock) {}
        } while report.problem == nil && !spool.isEmpty
        return report
    }

    /// A person who asks for it waits for a flusher that is about to end; one that a hook has started does not.
    private func lock(tries: Int) async -> SpoolLock? {
        for _ in 0..<tries {
            if let lock = SpoolLock(spool) { return lock }
            guard (try? await clock.sleep(for: .milliseconds(100))) != nil else { return nil }
        }
        return nil
    }

    private func send(_ report: inout Report, until deadline: C.Instant) async {
        var backoff = Backoff(base: .milliseconds(100), limit: .seconds(2))
        var random = SystemRandomNumberGenerator()
        while let names = spool.names().nonEmpty {
            for name in names {
                guard let problem = await send(name, &report) else {
                    backoff.reset()
                    continue
                }
                let wait = backoff.next(using: &random)
                guard problem.canPass, clock.now.advanced(by: wait) < deadline,
                    (try? await clock.sleep(for: wait)) != nil
                else {
                    report.problem = problem.message
                    return
                }
                break
            }
        }
    }

    /// Why a delivery is not stored yet.
    private struct Problem {
        let message: String
        /// A server comes back by itself; a token does not become right by waiting.
        let canPass: Bool
    }

    /// Sends one; what is wrong, where it has to be tried again.
    private func send(_ name: SpoolName, _ report: inout Report) async -> Problem? {
        guard let entry = spool.entry(name) else {
            reject(name, &report)
            return nil
        }
        let (verdict, problem) = await answer(to: entry.delivery)
        switch verdict {
        case .delivered:
            spool.remove(name)
            report.sent += 1
        case .refusedForGood: reject(name, &report)
        case .later: return problem
        }
        return nil
    }

    private func reject(_ name: SpoolName, _ report: inout Report) {
        spool.remove(name)
        spool.count(.rejected)
        report.rejected += 1
    }

    private func answer(to delivery: HookDelivery) async -> (DeliveryVerdict, problem: Problem) {
        do {
            let answer = try await client.send(
                .post, delivery.target, body: delivery.body, headers: delivery.headers)
            let message = Refusal(answer).message
            let isForbidden = answer.status == 401 || answer.status == 403
            return (DeliveryVerdict(status: answer.status), Problem(message: message, canPass: !isForbidden))
        } catch {
            return (.later, Problem(message: (error as? ClientError)?.message ?? "\(error)", canPass: true))
        }
    }
}

extension Array {
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
