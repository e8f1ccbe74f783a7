import MonitorCore
import MonitorSources
import Mustache

/// An entry of a thread in the component that shows it.
struct ThreadItemView: MustacheParent {
    private let name: String
    private let component: any MustacheParent

    /// What all entries of a thread have in common.
    struct Surroundings {
        let context: ThreadContext
        let workstreamNames: [WorkstreamID: String]
        let now: Timestamp
        let calls: RenderedRows<ToolUseView>
        /// An update that has to be seen.
        var around: Seq?
    }

    init(item: ThreadItem, surroundings: Surroundings) {
        let (now, around, calls) = (surroundings.now, surroundings.around, surroundings.calls)
        switch item {
        case .update(let update):
            (name, component) = ("update", ThreadRowView(update, context: surroundings.context, now: now))
        case .change(let change):
            let names = surroundings.workstreamNames
            (name, component) = ("change", StateLineView(change: change, workstreamNames: names, now: now))
        case .run(let run) where run.uses.count > 1:
            (name, component) = ("fold", FoldView(run: run, now: now, around: around, calls: calls))
        case .run(let run):
            if let plan = PlanRowView(run: run, now: now) {
                (name, component) = ("plan", plan)
            } else {
                (name, component) = ("single", SingleUseView(run: run, now: now, around: around, calls: calls))
            }
        }
    }

    func child(named name: String) -> Any? {
        switch name {
        case "update", "fold", "single", "plan", "change": (name == self.name ? component : nil).orAbsent
        default: nil
        }
    }
}

/// How far the work is, by the list of things to do that an agent keeps with a tool.
struct PlanRowView: MustacheParent {
    let run: ToolRun
    let items: [ChecklistItem]
    let now: Timestamp

    init?(run: ToolRun, now: Timestamp) {
        guard case .checklist(let items) = run.uses[0].tool?.detail else { return nil }
        self.run = run
        self.items = items
        self.now = now
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": "f-\(run.first)"
        case "seq": run.newest.seq
        case "from": run.first
        case "anchors": run.uses[0].updates.map { "u-\($0.seq)" }
        case "time": TimeView(run.newest.timestamp, now: now, .clock)
        case "note": "\(items.count { $0.state == .done }) of \(items.count) done"
        case "todo": items.map(ChecklistItemView.init)
        default: nil
        }
    }
}
