/// The server's stream, resumed where it broke for as long as someone reads it.
///
/// After a lost connection it goes on from the last event's id: nothing is skipped and nothing comes twice. Only the
/// very first connection's failure is thrown, and later a refusal that trying again cannot heal.
package struct EventStream: AsyncSequence, Sendable {
    package enum Step: Sendable {
        /// Connected, again if there was a connection before; what happens from now on comes.
        case opened
        case event(StreamEvent)
        /// The connection is lost; the next one is tried after the wait.
        case lost(reason: String, retryIn: Duration)
    }

    package typealias Sleep = @Sendable (Duration) async throws -> Void

    let client: MonitorClient
    let query: Query
    /// Where to begin; `nil` means with what happens from now on.
    let cursor: String?
    let backoff: Backoff
    let sleep: Sleep

    package func makeAsyncIterator() -> Iterator { Iterator(self) }

    package struct Iterator: AsyncIteratorProtocol {
        private let stream: EventStream
        private var body: (any AsyncIteratorProtocol<[UInt8], any Error>)?
        private var parser: EventStreamParser
        private var waiting: ArraySlice<StreamEvent> = []
        private var backoff: Backoff
        private var wait: Duration?
        private var hasOpened = false
        private var random = SystemRandomNumberGenerator()

        init(_ stream: EventStream) {
            self.stream = stream
            parser = EventStreamParser(lastEventID: stream.cursor ?? "")
            backoff = stream.backoff
        }

        package mutating func next() async throws -> Step? {
            if let event = waiting.popFirst() { return .event(event) }
            do {
                return body == nil ? try await open() : try await readEvent()
            } catch let error as ClientError where hasOpened && error.isPassing {
                return lose(error)
            }
        }

        private mutating func open() async throws -> Step {
            if let wait {
                try await stream.sleep(wait)
                self.wait = nil
            }
            body = try await stream.connect(lastEventID: parser.lastEventID).makeAsyncIterator()
            parser = EventStreamParser(lastEventID: parser.lastEventID)
            hasOpened = true
            return .opened
        }

        private mutating func readEvent() async throws -> Step {
            while true {
                if let event = waiting.popFirst() { return .event(event) }
                guard let bytes = try await body?.next() else {
                    throw ClientError.connectionLost(reason: "the server ended the stream")
                }
                waiting = try parser.append(bytes)[...]
                if let retry = parser.retry { backoff.base = retry }
                if !waiting.isEmpty { backoff.reset() }
            }
        }

        private mutating func lose(_ error: ClientError) -> Step {
            body = nil
            var delay = backoff.next(using: &random)
            if case .refused(let refusal) = error, let seconds = refusal.retryAfter {
                delay = Swift.max(delay, Swift.min(.seconds(seconds), backoff.limit))
            }
            wait = delay
            return .lost(reason: error.message, retryIn: delay)
        }
    }

    /// Only the events.
    package var events: some AsyncSequence<StreamEvent, any Error> {
        compactMap { step in
            if case .event(let event) = step { event } else { nil }
        }
    }

    private func connect(lastEventID: String) async throws -> any AsyncSequence<[UInt8], any Error> & Sendable {
        var headers: HTTPHeaders = ["Accept": "text/event-stream"]
        if !lastEventID.isEmpty { headers.append("Last-Event-ID", lastEventID) }
        let answer = try await client.open(.get, "/api/stream", query: query, headers: headers)
        guard answer.head.status == 200 else {
            throw ClientError.refused(Refusal(try await answer.collect(upTo: MonitorClient.bodyLimit)))
        }
        guard answer.head.headers["Content-Type"]?.lowercased().hasPrefix("text/event-stream") == true else {
            throw ClientError.badAnswer("/api/stream is no event stream")
        }
        return answer.body
    }
}

extension ClientError {
    /// The same request may succeed later.
    var isPassing: Bool {
        switch self {
        case .unreachable, .connectionLost: true
        case .refused(let refusal): refusal.isTemporary
        case .badAnswer, .badRequest: false
        }
    }
}
