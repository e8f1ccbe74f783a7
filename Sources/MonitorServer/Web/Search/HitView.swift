import MonitorCore
import Mustache

/// An update that a search has found.
struct HitView: MustacheParent {
    let update: Update
    let taskName: String
    let workstreamName: String
    let text: HighlightedText
    let tags: [TagView]
    let now: Timestamp
    private let kind: UpdateKind

    init(
        _ update: Update, taskName: String, workstreamName: String, highlighter: Highlighter, filter: PageFilter,
        now: Timestamp
    ) {
        self.update = update
        self.taskName = taskName
        self.workstreamName = workstreamName
        self.now = now
        text = highlighter.excerpt(of: update.content.message)
        tags = update.content.tags.map { tag in
            TagView(link: filter.setting("tag", to: tag).link(to: SearchPage.path), text: highlighter.excerpt(of: tag))
        }
        kind = UpdateKind(of: update.content)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "link": "/tasks/\(update.taskID)?around=\(update.seq)#u-\(update.seq)"
        case "icon": kind.icon
        case "kind": kind.title
        case "taskName": taskName
        case "workstreamName": workstreamName
        case "agent": AgentView(update.content, isCompact: true)
        case "time": TimeView(update.timestamp, now: now, .minute)
        case "text": text
        case "tags": tags
        case "hasTags": !tags.isEmpty
        default: nil
        }
    }

    /// A tag, which leads to the others that have it.
    struct TagView: MustacheParent {
        let link: String
        let text: HighlightedText

        func child(named name: String) -> Any? {
            switch name {
            case "link": link
            case "text": text
            default: nil
            }
        }
    }
}
