/// What an answer's status means for a delivery.
package enum DeliveryVerdict: Equatable, Sendable {
    case stored
    /// The same may be taken later: another token, or a server that has recovered.
    case later
    /// The server will never take it.
    case never

    package init(status: Int) {
        switch status {
        case 200..<300: self = .stored
        case 401, 403, 408, 429: self = .later
        case 400..<500: self = .never
        default: self = .later
        }
    }
}
