extension TaskTracking {
    /// Takes in what an event says of its session.
    ///
    /// Hooks of one agent run side by side, so that events come singly, late and out of order: the end of a call that
    /// began before a turn's end does not wake the agent, and the call that a wait is about does not end it by starting.
    package mutating func apply(_ signal: SessionSignal, at time: Timestamp) {
        if base == .ended && !signal.meaning.opensSession { return }
        // A session that speaks again after a long silence is at work until it says otherwise.
        if base == .stale { base = .working }
        switch signal.meaning {
        case .sessionStarted:
            endWaits(of: signal)
            base = .idle
        case .working:
            endWaits(of: signal)
            base = .working
        case .toolStarted(let use): start(use, of: signal)
        case .toolEnded(let use): end(use, of: signal)
        case .asked(let question): ask(question, signal, at: time)
        case .reminded(let question):
            if !waits.contains(where: { $0.owner == signal.session && $0.question.reason.holdsAgent }) {
                ask(question, signal, at: time)
            }
        case .subagentEnded: endWaits(of: signal)
        case .turnEnded(let hasBackgroundWork): endTurn(of: signal, hasBackgroundWork: hasBackgroundWork)
        case .idle:
            // A dialog may stand open while the agent idles; a permission cannot.
            endWaits(of: signal) { $0.question.reason == .permission || $0.question.reason == .error }
            base = .idle
        case .failed(let message):
            endTurn(of: signal, hasBackgroundWork: false)
            ask(SessionSignal.Question(reason: .error, message: message), signal, at: time)
            base = .failed
        case .sessionEnded:
            waits.removeAll { $0.owner == signal.session }
            (base, calls) = (.ended, [])
        case .alive: break
        }
    }

    /// A new call means that the agent has gone on; only its own permission may have been asked for before.
    private mutating func start(_ use: SessionSignal.ToolUse, of signal: SessionSignal) {
        endWaits(of: signal) { !$0.isAbout(use) }
        if let id = use.id, !calls.contains(id) { calls = calls.suffix(TaskTracking.callLimit - 1) + [id] }
        base = .working
    }

    private mutating func end(_ use: SessionSignal.ToolUse, of signal: SessionSignal) {
        endWaits(of: signal) { wait in wait.isAbout(use) || !(use.id.map(wait.callsUnderWay.contains) ?? false) }
        let wasUnderWay = use.id.map(calls.contains) ?? false
        calls.removeAll { $0 == use.id }
        switch base {
        case .idle where wasUnderWay, .failed where wasUnderWay: return
        default: base = .working
        }
    }

    private mutating func ask(_ question: SessionSignal.Question, _ signal: SessionSignal, at time: Timestamp) {
        if question.reason.holdsAgent { base = .working }
        let isKnown = waits.contains { wait in
            wait.owner == signal.session && wait.subagent == signal.subagent
                && wait.question.reason == question.reason
                && wait.question.toolUse?.fingerprint == question.toolUse?.fingerprint
        }
        guard !isKnown, waits.count < TaskTracking.waitLimit else { return }
        waits.append(
            Wait(
                owner: signal.session, subagent: signal.subagent, question: question, since: time,
                callsUnderWay: calls.filter { $0 != question.toolUse?.id }))
    }

    private mutating func endTurn(of signal: SessionSignal, hasBackgroundWork: Bool) {
        if hasBackgroundWork {
            endWaits(of: signal)
        } else {
            waits.removeAll { $0.owner == signal.session }
        }
        base = hasBackgroundWork ? .working : .idle
    }

    /// Ends what the signal's session and agent waited for; another agent of the session still waits.
    private mutating func endWaits(of signal: SessionSignal, where isOver: (Wait) -> Bool = { _ in true }) {
        waits.removeAll { $0.owner == signal.session && $0.subagent == signal.subagent && isOver($0) }
    }
}

extension SourceEvent {
    /// The event is of a session that begins or goes on.
    package var opensSession: Bool {
        signals.contains { if case .session(let signal) = $0 { signal.meaning.opensSession } else { false } }
    }
}

extension SessionSignal.Meaning {
    /// What only a session that goes on does; everything else that comes after its end is late.
    fileprivate var opensSession: Bool {
        switch self {
        case .sessionStarted, .working, .toolStarted, .asked: true
        default: false
        }
    }
}

extension TaskTracking.Wait {
    fileprivate func isAbout(_ use: SessionSignal.ToolUse) -> Bool {
        guard let own = question.toolUse else { return false }
        return own.fingerprint == use.fingerprint || (own.id != nil && own.id == use.id)
    }
}
