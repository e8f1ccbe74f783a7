/// Why a delivery could not be sent now.
package enum FlushProblem: Equatable, Sendable {
    /// No server, no answer, or one that cannot do it now.
    case unreachable(String)
    /// The server wants another token.
    case refused(String)
    /// The settings or the spool itself cannot be used.
    case local(String)

    package var message: String {
        switch self {
        case .unreachable(let message), .refused(let message), .local(let message): message
        }
    }
}

/// What sending from the spool has come to.
package struct FlushReport: Equatable, Sendable {
    package var sent = 0
    package var rejected = 0
    package var damaged = 0
    /// The last reason why something is left.
    package var problem: FlushProblem?
    /// Another flusher was at work all the time.
    package var isElsewhere = false

    package init() {}

    var progress: Int { sent + rejected + damaged }
}
