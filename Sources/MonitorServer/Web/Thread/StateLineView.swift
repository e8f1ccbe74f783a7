import MonitorCore
import Mustache

/// A change of the task's row as a thin line of its thread.
struct StateLineView: MustacheParent {
    let change: StateChange
    let workstreamNames: [WorkstreamID: String]
    let now: Timestamp

    func child(named name: String) -> Any? {
        switch name {
        case "id": "s-\(change.seq)"
        case "seq": change.seq
        case "time": TimeView(change.time, now: now, .clock)
        case "parts": change.parts.map { Part(part: $0, workstreamNames: workstreamNames) }
        default: nil
        }
    }

    /// One difference: words, of which some stand out, and states.
    struct Part: MustacheParent {
        let part: StateChange.Part
        let workstreamNames: [WorkstreamID: String]

        func child(named name: String) -> Any? {
            switch name {
            case "words": words
            default: nil
            }
        }

        private var words: [Word] {
            switch part {
            case .created: [.plain("Task created")]
            case .agentState(let old, let new, let reason):
                states(old.map(StatusView.init(agentState:)), new.map(StatusView.init(agentState:)))
                    + (reason.map { [.plain($0.rawValue)] } ?? [])
            case .status(let old, let new): states(StatusView(status: old), StatusView(status: new))
            case .name(let old): [.plain("Renamed; before"), .strong(old.cut(200))]
            case .workstream(let old, let new):
                [.plain("Moved from"), .strong(name(old)), .plain("to"), .strong(name(new))]
            case .hidden(let isHidden): [.plain(isHidden ? "Hidden" : "Shown again")]
            case .summary(let isRemoved): [.plain(isRemoved ? "Summary removed" : "Summary changed")]
            case .branch(let branch):
                branch.map { [.plain("On branch"), .strong($0.cut(200))] } ?? [.plain("On no branch")]
            case .attention(let reason): [.state(TrackedTask.Attention.statusView(of: reason))]
            }
        }

        private func states(_ old: StatusView?, _ new: StatusView?) -> [Word] {
            [old.map(Word.state), Word.plain("→"), new.map(Word.state) ?? Word.plain("no agent")].compactMap(\.self)
        }

        private func name(_ id: WorkstreamID) -> String { workstreamNames[id]?.cut(200) ?? "another workstream" }
    }

    /// A word of the line.
    enum Word: MustacheParent {
        case plain(String)
        case strong(String)
        case state(StatusView)

        func child(named name: String) -> Any? {
            switch (name, self) {
            case ("plain", .plain(let text)), ("strong", .strong(let text)): text
            case ("status", .state(let view)): view
            case ("plain", _), ("strong", _), ("status", _): Absent()
            default: nil
            }
        }
    }
}

extension StatusView {
    fileprivate init(agentState: TrackedTask.AgentState) {
        self.init(State(rawValue: agentState.rawValue) ?? .idle, word: agentState.rawValue)
    }

    fileprivate init(status: TrackedTask.Status) {
        self.init(State(rawValue: status.rawValue) ?? .idle, word: status.rawValue)
    }
}
