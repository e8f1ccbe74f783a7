import MonitorCore

/// One event of a session, as the hook reports it.
struct ClaudeCodeHook {
    let payload: Payload
    /// `nil` for an event that Monitor does not know (yet).
    let event: Event?
    let tool: ToolCall

    init(_ payload: Payload) {
        self.payload = payload
        event = payload.text("hook_event_name").flatMap(Event.init)
        tool = ToolCall(payload)
    }

    /// The events of Claude Code's documentation (August 2026).
    enum Event: String, CaseIterable {
        case sessionStart = "SessionStart"
        case sessionEnd = "SessionEnd"
        case setup = "Setup"
        case userPromptSubmit = "UserPromptSubmit"
        case userPromptExpansion = "UserPromptExpansion"
        case messageDisplay = "MessageDisplay"
        case preToolUse = "PreToolUse"
        case postToolUse = "PostToolUse"
        case postToolUseFailure = "PostToolUseFailure"
        case postToolBatch = "PostToolBatch"
        case permissionRequest = "PermissionRequest"
        case permissionDenied = "PermissionDenied"
        case notification = "Notification"
        case elicitation = "Elicitation"
        case elicitationResult = "ElicitationResult"
        case subagentStart = "SubagentStart"
        case subagentStop = "SubagentStop"
        case teammateIdle = "TeammateIdle"
        case taskCreated = "TaskCreated"
        case taskCompleted = "TaskCompleted"
        case stop = "Stop"
        case stopFailure = "StopFailure"
        case preCompact = "PreCompact"
        case postCompact = "PostCompact"
        case preModelSwitch = "PreModelSwitch"
        case postModelSwitch = "PostModelSwitch"
        case instructionsLoaded = "InstructionsLoaded"
        case configChange = "ConfigChange"
        case fileChanged = "FileChanged"
        case cwdChanged = "CwdChanged"
        case directoryAdded = "DirectoryAdded"
        case worktreeCreate = "WorktreeCreate"
        case worktreeRemove = "WorktreeRemove"
    }
}
