package import MonitorCore

/// The subagent that an update's data is about.
package struct SubagentRecord: Hashable, Sendable {
    package let id: String
    /// What its agent calls it: `Explore`, `reviewer`.
    package let name: String?
    /// What it said at its end.
    package let lastMessage: String?

    package init(id: String, name: String?, lastMessage: String? = nil) {
        self.id = id
        self.name = name
        self.lastMessage = lastMessage
    }

    /// `nil` where the data is the main agent's.
    package init?(_ data: RawJSON?) {
        guard let data, data.isObject, data.bytes.count <= ToolRecord.largestData else { return nil }
        let payload = Payload(data.value)
        guard payload.has("properties") else {
            self.init(hook: payload)
            return
        }
        let body = OpenCodeBody(payload)
        guard body.parent != nil, let session = body.session else { return nil }
        self.init(id: session, name: body.info.text("title").map { $0.line(upTo: 60) })
    }

    /// Copilot tells the end with an id that its start does not have: there the name is what both know.
    init?(hook payload: Payload) {
        let hook = HookBody(payload)
        let copilotName = payload.firstText(["agentName"])
        guard let id = copilotName ?? hook.subagentID else { return nil }
        self.init(
            id: id.identifier, name: (payload.text("agentDisplayName") ?? hook.subagentType).map { $0.line(upTo: 60) },
            lastMessage: hook.lastMessage)
    }
}
