/// One event as a page would get it.
struct WireEvent: Sendable {
    let id: String
    let name: String
    let data: [UInt8]

    var seq: Int64? { Int64(id) }
    var text: String { String(decoding: data, as: UTF8.self) }
}

/// Reads `text/event-stream` by the letter of the HTML standard; written without a look at the client's parser.
struct EventReader: Sendable {
    private(set) var lastEventID = ""
    private var buffer: [UInt8] = []
    /// Where the first line begins that was not read yet.
    private var start = 0
    private var data: [UInt8]?
    private var name = ""

    /// Takes the next bytes and returns the events that they complete.
    mutating func append(_ bytes: [UInt8]) -> [WireEvent] {
        buffer.removeFirst(start)
        start = 0
        buffer += bytes
        var events: [WireEvent] = []
        while let (end, next) = lineEnd() {
            if end == start {
                if let data { events.append(WireEvent(id: lastEventID, name: name, data: data)) }
                (data, name) = (nil, "")
            } else {
                readField(from: start, to: end)
            }
            start = next
        }
        return events
    }

    /// LF, CR LF or CR; a CR at the very end may be half of a pair, so it waits.
    private func lineEnd() -> (end: Int, next: Int)? {
        let feed = buffer.index(ofByte: 10, from: start)
        if let `return` = buffer.index(ofByte: 13, from: start, to: feed) {
            guard `return` + 1 < buffer.count else { return nil }
            return (`return`, buffer[`return` + 1] == 10 ? `return` + 2 : `return` + 1)
        }
        return feed.map { ($0, $0 + 1) }
    }

    private mutating func readField(from start: Int, to end: Int) {
        let colon = buffer.index(ofByte: UInt8(ascii: ":"), from: start, to: end) ?? end
        var value = buffer[min(colon + 1, end)..<end]
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: buffer[start..<colon], as: UTF8.self) {
        case "data": data = (data.map { $0 + [10] } ?? []) + value
        case "event": name = String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { lastEventID = String(decoding: value, as: UTF8.self) }
        default: break
        }
    }
}
