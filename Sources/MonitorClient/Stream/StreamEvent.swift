package import MonitorCore

/// One event of a stream, as the HTML standard dispatches it.
package struct StreamEvent: Equatable, Sendable {
    /// `message` where the stream names none.
    package let name: String
    package let data: String
    /// The cursor after this event; the last one that the stream gave, if this event has none of its own.
    package let id: String

    package init(name: String, data: String, id: String) {
        self.name = name
        self.data = data
        self.id = id
    }

    package var seq: Seq? { Seq(id) }

    /// The data as JSON; `nil` where it is none.
    package var json: JSONValue? { try? JSONDocument(parsing: data.utf8).value }
}
