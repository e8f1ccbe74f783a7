/// Finds the client for each delivery, so that every server gets its own token and no other.
package struct FlushClients: Sendable {
    /// Long enough for the largest delivery; a server that takes longer is tried again.
    private static let timeouts = Timeouts(connect: .seconds(5), silence: .seconds(15))

    private let own: Settings?
    private let login: LoginFile?
    private let connect: @Sendable (ServerAddress, String?) -> MonitorClient

    /// `own` is what the flusher's flags and environment say; `nil` where they cannot be used.
    package init(
        own: Settings?, login: LoginFile?,
        connect: @escaping @Sendable (ServerAddress, String?) -> MonitorClient = {
            MonitorClient(server: $0, token: $1, timeouts: FlushClients.timeouts)
        }
    ) {
        self.own = own
        self.login = login
        self.connect = connect
    }

    /// Whether the server has stored the delivery or will never take it, or why it has to wait.
    func send(_ delivery: HookDelivery) async -> Result<DeliveryVerdict, Held> {
        guard let server = delivery.server ?? own?.server else {
            return .failure(Held(.local("the settings of the server cannot be used")))
        }
        do {
            let response = try await connect(server, token(for: server)).send(
                .post, delivery.target, body: delivery.body, headers: delivery.headers(isLate: true))
            return verdict(response, of: server)
        } catch let error as ClientError {
            return .failure(Held(.unreachable(error.message)))
        } catch {
            return .failure(Held(.unreachable("the request to \(server) was cut off")))
        }
    }

    private func verdict(_ response: HTTPResponse, of server: ServerAddress) -> Result<DeliveryVerdict, Held> {
        let verdict = DeliveryVerdict(status: response.status)
        guard verdict == .later else { return .success(verdict) }
        let message = "\(server) answers with \(response.status): \(Refusal(response).message)"
        let isRefusal = response.status == 401 || response.status == 403
        return .failure(Held(isRefusal ? .refused(message) : .unreachable(message)))
    }

    private func token(for server: ServerAddress) -> String? {
        if let own, own.server == server { return own.token }
        return login?.server == server ? login?.token : nil
    }

    struct Held: Error {
        let problem: FlushProblem

        init(_ problem: FlushProblem) { self.problem = problem }
    }
}
