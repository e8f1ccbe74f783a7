import MonitorCore

extension ToolCall {
    /// Why the call itself stands still until a person acts: a tool that asks, or that shows a plan.
    var wait: TrackedTask.Attention.Reason? {
        switch name {
        case "AskUserQuestion", "ask_user", "request_user_input", "question": .question
        case "ExitPlanMode", "exit_plan_mode": .plan
        default: nil
        }
    }

    /// The question or the plan; its first part where it is long.
    var waitMessage: String? {
        switch wait {
        case .question: subject ?? "Question"
        case .plan: "Plan: \((Payload(input).text("plan") ?? subject ?? "to be approved").excerpt(upTo: 800))"
        default: nil
        }
    }

    /// The wait that begins with such a call.
    var question: SessionSignal.Question? {
        guard let wait, let message = waitMessage else { return nil }
        return SessionSignal.Question(reason: wait, message: message.line(upTo: 500), toolUse: use)
    }

    /// The wait for the permission to use the tool.
    var permissionQuestion: SessionSignal.Question {
        SessionSignal.Question(reason: .permission, message: description, toolUse: use)
    }
}
