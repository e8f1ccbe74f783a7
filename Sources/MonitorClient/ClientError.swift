/// Why there is no answer to a request, or none that says yes.
package enum ClientError: Error, Equatable, Sendable {
    /// No connection came about.
    case unreachable(ServerAddress, reason: String)
    /// The connection broke, or nothing came in time; a write may or may not have been stored.
    case connectionLost(reason: String)
    /// What came is no answer of a Monitor server.
    case badAnswer(String)
    /// The request cannot be sent as it is.
    case badRequest(String)
    /// The server said no.
    case refused(Refusal)

    package var message: String {
        switch self {
        case .unreachable(let server, let reason): "cannot reach the server at \(server): \(reason)"
        case .connectionLost(let reason): "the connection to the server broke: \(reason)"
        case .badAnswer(let problem): "this is no answer of a Monitor server: \(problem)"
        case .badRequest(let problem): "the request cannot be sent: \(problem)"
        case .refused(let refusal): refusal.message
        }
    }
}
