import MonitorCore

/// What happened in an agent's session, in terms that all agents share.
///
/// An adapter reads it from its agent's own words; the update's kind, level and message and what it means for the
/// session's state follow from it, and are the same for all agents.
enum AgentEvent {
    /// With its title, or how it came about.
    case sessionStarted(String?)
    case sessionEnded(String?)
    case prompted(String?)
    /// A prompt whose text comes with another event.
    case promptAnnounced(String)
    case said(String?)
    case toolStarted(ToolCall)
    /// Also by a failure that the response tells.
    case toolEnded(ToolCall)
    case toolFailed(ToolCall, String?)
    /// A person has to decide.
    case permissionAsked(ToolCall)
    /// The agent's own rules decide first; nobody may be asked at all.
    case permissionChecked(ToolCall)
    case permissionDenied(ToolCall, String?)
    case asked(SessionSignal.Question)
    /// A notification of a wait that may be known already.
    case reminded(SessionSignal.Question)
    case subagentStarted(String?)
    case subagentEnded(String?, says: String?)
    case turnEnded(String?, hasBackgroundWork: Bool)
    /// The turn broke off.
    case turnFailed(String?)
    /// An error after which the agent goes on.
    case recovered(String?)
    case planned(String)
    case fileChanged(String?)
    /// Anything else that is documented.
    case noted(String, SessionSignal.Meaning = .alive)
    /// An event that Monitor does not know (yet).
    case unknown(String)
}
