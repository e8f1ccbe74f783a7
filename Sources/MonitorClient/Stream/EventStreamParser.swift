/// Reads `text/event-stream` (HTML standard, section 9.2.6) from bytes that come in pieces of any size; it does no I/O.
package struct EventStreamParser {
    /// The server keeps a body of up to 25 MiB; what is far larger is no event of ours and must not fill the memory.
    package static let eventLimit = 64 * 1024 * 1024

    /// What to resume from: the last id of an event that is complete; empty before the first.
    package private(set) var lastEventID = ""
    /// How long to wait before a reconnect, if the server has said so.
    package private(set) var retry: Duration?

    private var line: [UInt8] = []
    private var isFirstLine = true
    private var endedWithReturn = false
    private var data: [UInt8] = []
    private var name = ""
    private var id: String

    /// `lastEventID` carries over from the connection before.
    package init(lastEventID: String = "") {
        self.lastEventID = lastEventID
        id = lastEventID
    }

    /// The events that are complete with these bytes.
    package mutating func append(_ bytes: some Collection<UInt8>) throws(ClientError) -> [StreamEvent] {
        var events: [StreamEvent] = []
        var rest = Array(bytes)[...]
        while let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            let isRestOfPair = endedWithReturn && end == rest.startIndex && rest[end] == UInt8(ascii: "\n")
            line += rest[..<end]
            endedWithReturn = rest[end] == UInt8(ascii: "\r")
            rest = rest[(end + 1)...]
            if !isRestOfPair, let event = endLine() { events.append(event) }
        }
        if !rest.isEmpty { endedWithReturn = false }
        line += rest
        guard line.count + data.count <= EventStreamParser.eventLimit else {
            throw .badAnswer("an event of the stream is larger than \(EventStreamParser.eventLimit) bytes")
        }
        return events
    }

    private mutating func endLine() -> StreamEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine && line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else { return dispatch() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        readField(String(decoding: line[..<colon], as: UTF8.self), value)
        return nil
    }

    /// A field without a name is a comment, and one with an unknown name is ignored.
    private mutating func readField(_ field: String, _ value: ArraySlice<UInt8>) {
        switch field {
        case "data":
            data += value
            data.append(UInt8(ascii: "\n"))
        case "event": name = String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        case "retry": readRetry(value)
        default: break
        }
    }

    private mutating func readRetry(_ value: ArraySlice<UInt8>) {
        let isNumber = !value.isEmpty && value.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber, let milliseconds = Int64(String(decoding: value, as: UTF8.self)) else { return }
        retry = .milliseconds(milliseconds)
    }

    private mutating func dispatch() -> StreamEvent? {
        lastEventID = id
        defer {
            data.removeAll(keepingCapacity: true)
            name = ""
        }
        guard !data.isEmpty else { return nil }
        let text = String(decoding: data.dropLast(), as: UTF8.self)
        return StreamEvent(name: name.isEmpty ? "message" : name, data: text, id: lastEventID)
    }
}
