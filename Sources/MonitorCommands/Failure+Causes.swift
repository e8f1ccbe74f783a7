package import MonitorClient

extension Failure {
    /// What the client met, and what its user can do about it.
    package init(_ error: ClientError) {
        switch error {
        case .unreachable(let server, let reason): self.init(.unreachable, Failure.unreachable(server, reason))
        case .connectionLost, .badAnswer: self.init(.unreachable, error.message)
        case .badRequest: self.init(.usage, error.message)
        case .refused(let refusal): self.init(refusal)
        }
    }

    private init(_ refusal: Refusal) {
        let status: ExitStatus = refusal.status == 404 && refusal.code != nil ? .notFound : .refused
        self.init(status, refusal.message + Failure.advice(refusal))
    }

    private static func unreachable(_ server: ServerAddress, _ reason: String) -> String {
        """
        no Monitor server answers at \(server): \(reason)
        Start one with `monitor-server`, or name another with --server, MONITOR_SERVER or `monitor-cli login`.
        """
    }

    private static func advice(_ refusal: Refusal) -> String {
        switch refusal.status {
        case 401: "\nGive a token with --token or MONITOR_TOKEN, or keep one with `monitor-cli login`."
        case 503: refusal.retryAfter.map { "\nTry again in \($0) s." } ?? ""
        default: ""
        }
    }
}
