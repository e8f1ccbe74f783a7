import MonitorCore

/// One event of OpenCode's stream, or a call of a plugin's `tool.execute` hooks.
struct OpenCodeBody {
    let type: String
    let properties: Payload
    let part: Payload
    let info: Payload
    private let envelope: Payload

    init(_ envelope: Payload) {
        self.envelope = envelope
        type = envelope.text("type") ?? ""
        properties = envelope["properties"]
        part = properties["part"]
        info = properties["info"]
    }

    var session: String? {
        properties.text("sessionID") ?? info.text("sessionID") ?? part.text("sessionID")
            ?? (isAboutSession ? info.text("id") : nil)
    }

    /// The session that this one works for; only an event about the session itself tells it, or a plugin that knows.
    var parent: String? { envelope.text("parentID") ?? (isAboutSession ? info.text("parentID") : nil) }

    /// The session's title, once it is more than a time.
    var title: String? {
        guard isAboutSession, parent == nil, let title = info.text("title") else { return nil }
        return title.hasPrefix("New session - ") || title.hasPrefix("Child session - ") ? nil : title
    }

    var folder: String? { envelope.text("directory") ?? info.text("directory") }

    /// The root of the repository; `/` stands for none.
    var repositoryFolder: String? { envelope.text("worktree").flatMap { $0 == "/" ? nil : $0 } ?? folder }

    private var isAboutSession: Bool { type.hasPrefix("session.") }
}
