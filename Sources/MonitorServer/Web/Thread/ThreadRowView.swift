import MonitorCore
import MonitorSources
import Mustache

/// An update as a row of its task's thread: who, what, how long, and what it holds.
struct ThreadRowView: MustacheParent {
    let update: Update
    let context: ThreadContext
    let now: Timestamp
    private let kind: UpdateKind
    private let heading: UpdateHeading
    private let tool: ToolRecord?

    init(_ update: Update, context: ThreadContext, now: Timestamp) {
        self.update = update
        self.context = context
        self.now = now
        kind = UpdateKind(of: update.content)
        tool = ToolRecord(update.content.data)
        heading = UpdateHeading(of: update, kind: kind, tool: tool, duration: context.durations[update.seq])
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": "u-\(update.seq)"
        case "seq": update.seq
        case "modifier": (kind.emphasis?.rawValue).orAbsent
        case "isState": kind.emphasis == .state
        case "icon": kind.icon
        case "time": TimeView(update.timestamp, now: now, .clock)
        case "title": heading.title
        case "code": heading.code.orAbsent
        case "agent": (heading.isByAgent ? nil : AgentView(content)).orAbsent
        case "note": heading.note.orAbsent
        case "wait": wait.orAbsent
        case "level": (kind.emphasis == .error ? nil : UpdateView.LevelView(content.level)).orAbsent
        case "check": check.orAbsent
        case "tags": content.source.hasPrefix("manual") ? content.tags : []
        case "request": request.orAbsent
        case "text": heading.text.orAbsent
        case "detail": detail.orAbsent
        case "data": data.orAbsent
        default: nil
        }
    }

    private var content: UpdateContent { update.content }

    private var wait: WaitView? {
        context.waits[update.seq].map { WaitView(wait: $0, now: now) }
    }

    private var check: ChipView? {
        guard content.kind == "ci_run" || content.kind == "ci_job" else { return nil }
        return CheckRecord(content.data).map { ChipView($0) }
    }

    /// What a person is asked to allow: the tool and what it is to do.
    private var request: RequestView? {
        guard kind.emphasis == .ask, let tool, tool.kind != .question, tool.kind != .approval else { return nil }
        return RequestView(tool: tool)
    }

    /// The command of a request stands in its line already.
    private var detail: ToolDetailView? {
        guard let tool, let detail = tool.detail else { return nil }
        if request != nil, case .command(_, nil) = detail { return nil }
        return ToolDetailView(detail: detail, update: update, tool: tool, duration: tool.duration)
    }

    /// What a source sent is in the way of what it says; a person's data is meant to be read.
    private var data: DataView? {
        switch content.kind {
        case "user_prompt", "assistant_message", "turn_end", "subagent_start", "subagent_stop": nil
        case _ where detail != nil && kind.emphasis != .ask: nil
        default: DataView(update)
        }
    }
}

/// How long a person was or is waited for.
struct WaitView: MustacheParent {
    let wait: ThreadContext.Wait
    let now: Timestamp

    func child(named name: String) -> Any? {
        switch (name, wait) {
        case ("lasted", .lasted(let duration)): "waited \(duration.text)"
        case ("since", .since(let time)): TimeView(time, now: now, prefix: "waiting ")
        case ("lasted", _), ("since", _): Absent()
        default: nil
        }
    }
}

/// What an agent asks to be allowed.
struct RequestView: MustacheParent {
    let tool: ToolRecord

    func child(named name: String) -> Any? {
        switch name {
        case "tool": tool.name
        case "subject": command.orAbsent
        default: nil
        }
    }

    private var command: String? {
        guard case .command(let command, _) = tool.detail else { return tool.subject }
        return Excerpt(command, lines: 40, bytes: 4_096).text
    }
}
