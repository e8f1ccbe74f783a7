import MonitorCore
import Mustache

/// A shape and a word; colour never stands alone.
struct StatusView: MustacheParent {
    /// The shape and the colour: one of the stylesheet's `is-` classes.
    enum State: String, CaseIterable, Comparable {
        case waiting, failed, working, idle, stale, blocked, ended, done, cancelled

        /// What needs a look comes first.
        static func < (a: State, b: State) -> Bool { a.rank < b.rank }

        private var rank: Int { State.allCases.firstIndex(of: self) ?? 0 }
    }

    let state: State
    let word: String

    init(_ state: State, word: String? = nil) {
        self.state = state
        self.word = word ?? state.rawValue
    }

    func child(named name: String) -> Any? {
        switch name {
        case "state": state.rawValue
        case "word": word
        default: nil
        }
    }
}

extension TrackedTask {
    /// A status that somebody set says more than what the agent last did.
    var state: StatusView.State {
        switch (status, agentState) {
        case (.blocked, _): .blocked
        case (.done, _): .done
        case (.cancelled, _): .cancelled
        case (.active, .working): .working
        case (.active, .waiting): .waiting
        case (.active, .failed): .failed
        case (.active, .stale): .stale
        case (.active, .ended): .ended
        case (.active, .idle), (.active, nil): .idle
        }
    }

    var statusView: StatusView {
        StatusView(state, word: status == .active && agentState == nil ? "active" : nil)
    }

    /// Done with: one line is enough.
    var isQuiet: Bool { status == .done || status == .cancelled }
}

extension TrackedTask.Attention {
    /// Agents that stand still wait; what went wrong has failed.
    var statusView: StatusView { Self.statusView(of: reason) }

    static func statusView(of reason: Reason) -> StatusView {
        switch reason {
        case .permission, .question, .plan: StatusView(.waiting, word: reason.rawValue)
        case .error: StatusView(.failed, word: "error")
        case .ci: StatusView(.failed, word: "CI failed")
        }
    }
}
