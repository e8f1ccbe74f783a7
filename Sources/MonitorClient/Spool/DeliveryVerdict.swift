/// What an answer means for a delivery.
package enum DeliveryVerdict: Equatable, Sendable {
    /// It is stored, now or before.
    case delivered
    /// No server will ever take it: it is no JSON, or too large.
    case refusedForGood
    /// The server is not there, busy, or does not know the token: that can change.
    case later

    /// `nil` is no answer at all.
    package init(status: Int?) {
        switch status {
        case .some(200..<300): self = .delivered
        case .none, 401, 403, 408, 429: self = .later
        case .some(400..<500): self = .refusedForGood
        default: self = .later
        }
    }
}
