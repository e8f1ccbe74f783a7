import NIOCore

/// How long a connection may take for what; a pure state that the connection's handler asks.
///
/// Without it a client that sends half a head, trickles a body or stops reading holds a socket and its buffers for ever.
struct ConnectionDeadlines {
    struct Limits: Sendable {
        /// For a whole request, from its connection or first byte to its last.
        var request = TimeAmount.seconds(30)
        /// Between requests.
        var keepAlive = TimeAmount.seconds(75)
        /// For a socket that takes nothing of what is written.
        var write = TimeAmount.seconds(30)
    }

    private let limits: Limits
    private var isReadingRequest = false
    /// Requests that have no answer yet: more than one where a client pipelines.
    private var openRequests = 0
    private var requestDeadline: NIODeadline?
    private var writeDeadline: NIODeadline?

    init(limits: Limits, now: NIODeadline) {
        self.limits = limits
        requestDeadline = now + limits.request
    }

    /// When the connection has to be closed unless something happens before.
    var next: NIODeadline? {
        switch (requestDeadline, writeDeadline) {
        case (let a?, let b?): min(a, b)
        case (let a, let b): a ?? b
        }
    }

    mutating func requestBegan(now: NIODeadline) {
        isReadingRequest = true
        openRequests += 1
        requestDeadline = now + limits.request
    }

    /// An answer takes as long as it takes; where it came first, nothing is left but to wait for the next request.
    mutating func requestEnded(now: NIODeadline) {
        isReadingRequest = false
        requestDeadline = openRequests == 0 ? now + limits.keepAlive : nil
    }

    mutating func responseEnded(now: NIODeadline) {
        openRequests -= 1
        if !isReadingRequest && openRequests == 0 { requestDeadline = now + limits.keepAlive }
    }

    mutating func writabilityChanged(isWritable: Bool, now: NIODeadline) {
        writeDeadline = isWritable ? nil : now + limits.write
    }
}
