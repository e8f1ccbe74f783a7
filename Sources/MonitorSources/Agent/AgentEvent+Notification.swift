import MonitorCore

extension AgentEvent {
    /// A notification is a wait only where somebody must act.
    init(notification payload: Payload) {
        let message = payload.firstText(["message", "title", "notification_type"]) ?? "Notification"
        switch payload.text("notification_type") {
        case "permission_prompt": self = .reminded(SessionSignal.Question(reason: .permission, message: message))
        case "elicitation_dialog", "elicitation_url_dialog", "agent_needs_input":
            self = .reminded(SessionSignal.Question(reason: .question, message: message))
        case "idle_prompt": self = .noted(message, .idle)
        case "elicitation_complete", "elicitation_response": self = .noted(message, .working)
        default: self = .noted(message)
        }
    }
}
