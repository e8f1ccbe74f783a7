import MonitorCore

/// One event of an agent on its way to the server: handed over, or kept for later.
package struct Hook: Sendable {
    /// 25 MiB, the largest body that a server takes.
    package static let bodyLimit = 25 * 1024 * 1024
    /// What an agent may lose by a server that hangs.
    package static let budget = Duration.milliseconds(300)

    /// What became of the event.
    package enum Outcome: Equatable, Sendable {
        case delivered
        /// The server will never take it.
        case rejected
        case spooled
        /// Neither the server nor the spool took it.
        case lost
    }

    let spool: Spool?
    let token: String?
    /// Makes sure that a flusher runs.
    let startFlusher: @Sendable () -> Void

    package init(spool: Spool?, token: String?, startFlusher: @escaping @Sendable () -> Void) {
        self.spool = spool
        self.token = token
        self.startFlusher = startFlusher
    }

    /// Sends the event where nothing waits before it, else appends it to what waits.
    package func handOver(_ delivery: HookDelivery, until deadline: ContinuousClock.Instant = .now + budget) -> Outcome
    {
        guard let server = delivery.server, DirectExchange.hosts(of: server) != nil,
            spool?.isEmpty(for: server) ?? true
        else { return keep(delivery) }
        let status = DirectExchange(deadline: deadline).send(request(delivery), to: server)
        switch status.map(DeliveryVerdict.init) {
        case .stored: return .delivered
        case .never:
            spool?.count(.rejected)
            return .rejected
        case .later, nil: return keep(delivery)
        }
    }

    private func request(_ delivery: HookDelivery) -> HTTPRequest {
        var request = HTTPRequest(
            .post, delivery.target, headers: delivery.headers(isLate: false), body: delivery.body)
        if let token { request.headers.append("Authorization", "Bearer \(token)") }
        return request
    }

    private func keep(_ delivery: HookDelivery) -> Outcome {
        guard let spool else { return .lost }
        guard let appended = try? spool.append(delivery) else {
            spool.count(.refused)
            return .lost
        }
        if spool.claimFlusherStart() { startFlusher() }
        return appended == .refused ? .lost : .spooled
    }
}
