import MonitorCore

/// A stream on a connection of its own, by calls that block; what is waited for comes within the patience or is late.
struct StreamWire: Sendable {
    private(set) var reader = EventReader()
    private var http: HTTPWire
    private let deadline: ContinuousClock.Instant
    private var waiting: ArraySlice<WireEvent> = []

    /// Connects and returns once the first bytes of the stream are there.
    init(
        to port: UInt16, _ query: String = "", lastEventID: String? = nil, headers: [String: String] = [:],
        receiveBuffer: Int32? = nil, patience: Duration = .seconds(60)
    ) throws {
        http = try HTTPWire(to: port, receiveBuffer: receiveBuffer)
        deadline = .now + patience
        var headers = headers
        headers["Last-Event-ID"] = lastEventID
        try http.sendHead("GET", "/api/stream" + query, headers: headers)
        let head = try http.readHead()
        guard head.status == 200 else { throw WireFailure.refused(status: head.status, body: "") }
        guard head.headers["content-type"] == "text/event-stream" else { throw WireFailure.malformed("content type") }
        try take()
    }

    var wire: Wire { http.wire }

    /// The next event; `nil` once the server has ended the stream as HTTP wants it.
    mutating func next() throws -> WireEvent? {
        while waiting.isEmpty {
            guard ContinuousClock.now < deadline else { throw WireFailure.late }
            if try !take() { return nil }
        }
        return waiting.popFirst()
    }

    /// The events up to and including the one that is wanted.
    mutating func events(until isLast: (WireEvent) -> Bool) throws -> [WireEvent] {
        var events: [WireEvent] = []
        while let event = try next() {
            events.append(event)
            if isLast(event) { return events }
        }
        throw WireFailure.cut
    }

    mutating func events(_ count: Int) throws -> [WireEvent] {
        var left = count
        return try events { _ in
            left -= 1
            return left == 0
        }
    }

    /// The events up to the one with this seq.
    mutating func events(through seq: Seq) throws -> [WireEvent] { try events { $0.seq.map { $0 >= seq } ?? false } }

    /// Reads to the end of the stream, which has to be a clean one.
    mutating func rest() throws -> [WireEvent] {
        var events: [WireEvent] = []
        while let event = try next() { events.append(event) }
        return events
    }

    @discardableResult
    private mutating func take() throws -> Bool {
        guard let piece = try http.readChunk() else { return false }
        waiting += reader.append(piece)
        return true
    }
}
