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
        requestDeadline = now + limits.request
    }

    mutating func requestEnded() {
        isReadingRequest = false
        requestDeadline = nil
    }

    mutating func responseEnded(now: NIODeadline) {
        if !isReadingRequest { requestDeadline = now + limits.keepAlive }
    }

    mutating func writabilityChanged(isWritable: Bool, now: NIODeadline) {
        writeDeadline = isWritable ? nil : now + limits.write
    }
}
