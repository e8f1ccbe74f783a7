import MonitorCore

extension AgentEvent {
    /// A message as a whole; its text comes in its parts.
    init(openCodeMessage info: Payload) {
        if info.text("role") == "user" {
            self = .promptAnnounced("Prompt\(info.text("agent").map { " to the agent \($0)" } ?? "")")
        } else if info.has("error") {
            self = AgentEvent(openCodeError: info["error"])
        } else {
            self = .noted(info["time"].has("completed") ? "Assistant message completed" : "Assistant message begins")
        }
    }

    init(openCodePart part: Payload) {
        switch part.text("type") {
        // Only what the assistant writes takes time. What was put into a prompt on a person's behalf is not theirs.
        case "text" where !part.has("time") && !part.isTrue("synthetic"): self = .prompted(part.text("text"))
        case "text": self = .said(part.text("text"))
        case "reasoning": self = .noted("Thought\(part.text("text").detail)")
        case "retry": self = .noted("Request repeated\(part["error"]["data"].text("message").detail)", .working)
        case "subtask": self = .noted("Subtask\(part.firstText(["description", "prompt"]).detail)", .working)
        case let type: self = .noted("Part of a message\((type?.inWords.lowercased()).detail)")
        }
    }

    init(openCodeError error: Payload) {
        if error.text("name") == "MessageAbortedError" {
            self = .turnEnded("Turn aborted", hasBackgroundWork: false)
        } else {
            self = .turnFailed(error["data"].text("message") ?? error.firstText(["message", "name"]))
        }
    }
}
