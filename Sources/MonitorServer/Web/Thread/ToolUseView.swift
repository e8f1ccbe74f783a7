import MonitorCore
import MonitorSources
import MonitorWeb
import Mustache

/// A tool's call inside a fold, or alone.
struct ToolUseView: RowView {
    let use: ToolUse
    let isOpen: Bool

    /// Updates never change; which ones tell of a call does, as it ends or where a filter leaves some out.
    struct Inputs: Equatable {
        let seqs: [Seq]
        let isOpen: Bool
    }

    var id: Seq { use.first.seq }
    var inputs: Inputs { Inputs(seqs: use.updates.map(\.seq), isOpen: isOpen) }
    var template: TemplateName { .toolUse }

    func child(named name: String) -> Any? {
        switch name {
        case "id": "c-\(use.first.seq)"
        case "anchors": use.updates.map { "u-\($0.seq)" }
        case "icon": icon
        case "name": use.tool?.name ?? "Tool"
        case "subject": subject.orAbsent
        case "took": (use.duration?.text).orAbsent
        case "isOpen": isOpen
        case "detail":
            ToolDetailView(detail: use.tool?.detail, update: use.last, tool: use.tool, duration: use.duration)
        default: nil
        }
    }

    private var icon: String {
        switch use.tool?.kind ?? .other {
        case .command: "i-term"
        case .read: "i-file"
        case .search: "i-search"
        case .web: "i-globe"
        case .edit: "i-edit"
        case .plan, .approval: "i-plan"
        case .question: "i-question"
        case .agent: "i-sub"
        case .other: "i-term"
        }
    }

    /// A call that the page cannot read is told by its message.
    private var subject: String? {
        guard let tool = use.tool else { return use.last.content.message.cut(300) }
        guard case .edits(let edits) = tool.detail else { return tool.subject?.cut(300) }
        let (added, removed) = edits.reduce((0, 0)) { ($0.0 + $1.insertions, $0.1 + $1.deletions) }
        return "\((tool.subject ?? edits.first?.path ?? "").cut(300))  +\(added) −\(removed)"
    }
}

/// Calls of tools one after the other, folded: their number, and on expansion each.
struct FoldView: MustacheParent {
    let run: ToolRun
    let now: Timestamp
    /// An update that has to be seen.
    let around: Seq?
    let calls: RenderedRows<ToolUseView>

    /// The rest is behind another fold.
    private static let shownUses = 6

    func child(named name: String) -> Any? {
        switch name {
        case "id": "f-\(run.first)"
        case "seq": run.newest.seq
        case "from": run.first
        case "time": TimeView(run.newest.timestamp, now: now, .clock)
        case "count": uses.count
        case "sum": sum
        case "took": (took?.text).orAbsent
        case "isOpen": opens(uses[...])
        case "uses": uses.prefix(FoldView.shownUses).map(view)
        case "more": more.orAbsent
        default: nil
        }
    }

    /// Newest first, as in the thread.
    private var uses: [ToolUse] { run.uses.reversed() }

    private func view(_ use: ToolUse) -> RenderedHTML {
        calls.html(of: ToolUseView(use: use, isOpen: opens([use])))
    }

    private func opens(_ uses: ArraySlice<ToolUse>) -> Bool {
        uses.contains { $0.updates.contains { $0.seq == around } }
    }

    /// `6 Read, 5 Edit, 3 Bash`: the most frequent tools first.
    private var sum: String {
        let counts = uses.reduce(into: [String: Int]()) { $0[($1.tool?.name ?? "Tool").cut(40), default: 0] += 1 }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let rest = ordered.dropFirst(5).reduce(0) { $0 + $1.value }
        return (ordered.prefix(5).map { "\($0.value) \($0.key)" } + (rest > 0 ? ["\(rest) more"] : []))
            .joined(separator: ", ")
    }

    private var took: Duration? {
        let first = run.uses[0]
        let began = first.updates.count > 1 ? first.first.timestamp : first.last.timestamp
        let duration = began.duration(to: run.newest.timestamp)
        return duration >= .seconds(1) ? duration : nil
    }

    private var more: More? {
        let rest = uses.dropFirst(FoldView.shownUses)
        return rest.isEmpty ? nil : More(id: "m-\(run.first)", uses: rest.map(view), isOpen: opens(rest))
    }

    /// The calls beyond the newest few.
    struct More: MustacheParent {
        let id: String
        let uses: [RenderedHTML]
        let isOpen: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "id": id
            case "count": uses.count
            case "uses": uses
            case "isOpen": isOpen
            default: nil
            }
        }
    }
}

/// One call of a tool that stands alone in the thread.
struct SingleUseView: MustacheParent {
    let run: ToolRun
    let now: Timestamp
    let around: Seq?
    let calls: RenderedRows<ToolUseView>

    func child(named name: String) -> Any? {
        switch name {
        case "id": "f-\(run.first)"
        case "seq": run.newest.seq
        case "from": run.first
        case "time": TimeView(run.newest.timestamp, now: now, .clock)
        case "call": calls.html(of: call)
        default: nil
        }
    }

    private var call: ToolUseView {
        ToolUseView(use: run.uses[0], isOpen: run.uses[0].updates.contains { $0.seq == around })
    }
}
