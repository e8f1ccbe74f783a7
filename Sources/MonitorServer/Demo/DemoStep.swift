import MonitorCore

/// Something of the demo's day, and how long before now it happened.
struct DemoStep: Sendable {
    enum Content: Sendable {
        /// What an agent or a forge sends to its source.
        case delivery(source: String, headers: [String: String], body: [UInt8])
        /// What a person writes on a session's task.
        case note(author: String, message: String, kind: String?)
        /// What a person sets on a session's task.
        case change(TaskPatch)
    }

    let minutesAgo: Double
    /// The session whose task a person's step is about.
    let session: String
    let content: Content
}
