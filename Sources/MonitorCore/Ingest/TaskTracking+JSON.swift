/// How a store keeps it: one JSON object, whose unknown and missing members do no harm.
extension TaskTracking {
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("automatic", isAutomatic)
        writer.member("naming", naming.rawValue)
        writer.member("personal_status", hasPersonalStatus)
        writer.member("base", base?.rawValue)
        if !waits.isEmpty { writer.member("waits", json: JSONWriter.array(json: waits.map(\.json))) }
        if !calls.isEmpty { writer.member("calls", calls) }
        if let subjectChangedAt { writer.member("subject_changed_at", subjectChangedAt.microseconds) }
        return writer.finish()
    }

    package init(_ stored: JSONValue) {
        isAutomatic = stored["automatic"]?.bool ?? false
        naming = stored["naming"]?.int.flatMap { Route.Naming(rawValue: Int($0)) } ?? .agent
        hasPersonalStatus = stored["personal_status"]?.bool ?? false
        base = stored["base"]?.string.flatMap(TrackedTask.AgentState.init)
        waits = (stored["waits"]?.array ?? []).compactMap(Wait.init)
        calls = (stored["calls"]?.array ?? []).compactMap(\.string)
        subjectChangedAt = stored["subject_changed_at"]?.int.map(Timestamp.init)
    }
}

extension TaskTracking.Wait {
    fileprivate var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("owner", owner)
        writer.member("subagent", subagent)
        writer.member("reason", question.reason.rawValue)
        writer.member("message", question.message)
        writer.member("tool_use_id", question.toolUse?.id)
        writer.member("fingerprint", question.toolUse?.fingerprint)
        writer.member("since", since.microseconds)
        if !callsUnderWay.isEmpty { writer.member("calls", callsUnderWay) }
        writer.member("dismissed", isDismissed)
        return writer.finish()
    }

    fileprivate init?(_ stored: JSONValue) {
        guard let owner = stored["owner"]?.string, let since = stored["since"]?.int,
            let reason = stored["reason"]?.string.flatMap(TrackedTask.Attention.Reason.init)
        else { return nil }
        let use = stored["fingerprint"]?.string.map {
            SessionSignal.ToolUse(id: stored["tool_use_id"]?.string, fingerprint: $0)
        }
        self.init(
            owner: owner, subagent: stored["subagent"]?.string,
            question: SessionSignal.Question(
                reason: reason, message: stored["message"]?.string ?? "", toolUse: use),
            since: Timestamp(microseconds: since), callsUnderWay: (stored["calls"]?.array ?? []).compactMap(\.string),
            isDismissed: stored["dismissed"]?.bool ?? false)
    }
}
