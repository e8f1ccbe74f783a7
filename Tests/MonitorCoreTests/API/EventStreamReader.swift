/// A small reader of `text/event-stream`, written after the HTML standard and not after our writer.
///
/// It works on bytes: lines end with CR LF, LF or CR, and one colon divides a field from its value.
struct EventStreamReader {
    struct Event: Equatable {
        var id = ""
        var name = "message"
        var data = ""
    }

    private(set) var events: [Event] = []
    private(set) var comments: [String] = []
    private(set) var retry: String?

    init(_ bytes: [UInt8]) {
        var event = Event()
        var data: [String] = []
        for line in EventStreamReader.lines(bytes) {
            if line.isEmpty {
                if !data.isEmpty {
                    event.data = data.joined(separator: "\n")
                    events.append(event)
                }
                (event, data) = (Event(id: event.id), [])
                continue
            }
            let parts = line.split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
            var value = parts.count > 1 ? parts[1] : []
            if value.first == 0x20 { value = value.dropFirst() }
            let text = String(decoding: value, as: UTF8.self)
            switch String(decoding: parts[0], as: UTF8.self) {
            case "": comments.append(text)
            case "id": event.id = text
            case "event": event.name = text
            case "data": data.append(text)
            case "retry": retry = text
            default: break
            }
        }
    }

    /// The lines that have ended.
    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x0A where previous == 0x0D: break
            case 0x0A, 0x0D:
                lines.append(line)
                line = []
            default: line.append(byte)
            }
            previous = byte
        }
        return lines
    }
}
