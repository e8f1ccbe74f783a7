import MonitorCore

extension JSONValue {
    /// The value that a string holds as JSON, as some agents send a tool's input; otherwise the value itself.
    var unwrapped: JSONValue {
        guard let text = string, let first = text.utf8.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            let document = try? JSONDocument(parsing: Array(text.utf8))
        else { return self }
        return document.value
    }
}
