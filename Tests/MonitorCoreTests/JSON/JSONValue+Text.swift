import MonitorCore

extension JSONValue {
    /// Reads a text as JSON.
    init(reading text: String) throws { self = try JSONDocument(parsing: Array(text.utf8)).value }
}
