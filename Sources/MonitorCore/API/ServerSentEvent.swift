/// Frames of the `text/event-stream` format (HTML standard, section 9.2).
package enum ServerSentEvent {
    /// The frame of a journal entry.
    ///
    /// The entry's JSON is minified and escaped, so it holds no CR or LF and fits one `data:` line.
    package static func frame(_ entry: JournalEntry) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.json.count + 64)
        bytes.append(contentsOf: "id: ".utf8)
        bytes.append(contentsOf: String(entry.seq).utf8)
        bytes.append(contentsOf: "\nevent: ".utf8)
        bytes.append(contentsOf: entry.event.rawValue.utf8)
        bytes.append(contentsOf: "\ndata: ".utf8)
        bytes.append(contentsOf: entry.json)
        bytes.append(contentsOf: "\n\n".utf8)
        return bytes
    }

    /// What a stream begins with: bytes at once, so that proxies and clients know it is open, and the reconnect delay.
    package static func preamble(retry: Duration) -> [UInt8] {
        let milliseconds = retry.components.seconds * 1000 + retry.components.attoseconds / 1_000_000_000_000_000
        return Array(": monitor\nretry: \(milliseconds)\n\n".utf8)
    }

    /// Moves the client's cursor without an event, so that a live stream that breaks before its first one resumes exactly.
    package static func position(_ seq: Seq) -> [UInt8] { Array("id: \(seq)\n\n".utf8) }

    package static let heartbeat = Array(": heartbeat\n\n".utf8)

    /// Tells that the cursor is not in the journal, and where the journal begins and ends.
    package static func reset(_ reason: ResetReason, bounds: JournalBounds) -> [UInt8] {
        var writer = JSONWriter()
        writer.member("reason", reason.rawValue)
        writer.member("oldest_seq", bounds.oldest)
        writer.member("head_seq", bounds.head)
        return Array("event: reset\ndata: ".utf8) + writer.finish() + Array("\n\n".utf8)
    }

    package enum ResetReason: String, Sendable {
        /// The cursor is past the head: the store is older than the client's view, such as a restored backup.
        case ahead = "cursor_ahead"
        /// Entries after the cursor were removed by retention.
        case pruned = "cursor_pruned"
    }
}
