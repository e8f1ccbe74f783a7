import MonitorCore
import MonitorWeb
import Mustache

/// An update in the stream, in a group or in a lane; on its task's page it is a `ThreadRowView`.
struct UpdateView: RowView {
    enum Place {
        /// Among those of other tasks: one line, and on expansion the beginning.
        case stream
        /// Under its task's head.
        case group
        case lane
    }

    let update: Update
    let taskName: String
    let place: Place
    let now: Timestamp
    private let kind: UpdateKind

    /// A line of a list; the widest screen shows some 250 characters.
    private static let leadLength = 300
    /// What a list's row holds when it is expanded; the task's page has the rest.
    private static let listedMessageLength = 4_000
    /// Data up to this size is in the page; a page has 100 updates, and each may have a megabyte.
    private static let inlineDataBytes = 16 * 1024

    init(_ update: Update, taskName: String = "", place: Place, now: Timestamp) {
        self.update = update
        self.taskName = taskName
        self.place = place
        self.now = now
        kind = UpdateKind(of: update.content)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "seq": update.seq
        case "modifier": (kind.emphasis?.rawValue).orAbsent
        case "icon": kind.icon
        case "title": kind.title
        case "time": time
        case "task": task.orAbsent
        case "agent": AgentView(content, isCompact: true)
        case "lead": content.message.cut(UpdateView.leadLength)
        case "message": content.message.cut(UpdateView.listedMessageLength)
        case "level": LevelView(content.level).orAbsent
        case "tags": content.tags
        case "data": inlineData.orAbsent
        case "largeData": largeData.orAbsent
        case "link": "/tasks/\(update.taskID)?around=\(update.seq)#u-\(update.seq)"
        default: nil
        }
    }

    /// An update never changes; the name of its task does, and what is shown of its time when its day is over.
    struct Inputs: Equatable {
        let taskName: String
        let isToday: Bool
    }

    struct ID: Hashable {
        let seq: Seq
        let place: Place
    }

    var id: ID { ID(seq: update.seq, place: place) }
    var inputs: Inputs { Inputs(taskName: taskName, isToday: time.isToday) }
    var template: TemplateName { place == .lane ? .laneEv : .ev }

    private var content: UpdateContent { update.content }

    private var task: TaskLink? {
        guard place == .stream else { return nil }
        return TaskLink(id: update.taskID, name: taskName, agent: AgentView(content, isCompact: true))
    }

    private var time: TimeView {
        switch place {
        case .stream, .group: TimeView(update.timestamp, now: now, .moment, cssClass: "ev-time")
        case .lane: TimeView(update.timestamp, now: now, .minute)
        }
    }

    private var inlineData: String? {
        guard let data = content.data, data.bytes.count <= UpdateView.inlineDataBytes else { return nil }
        return data.text
    }

    private var largeData: DataSize? {
        guard let data = content.data, data.bytes.count > UpdateView.inlineDataBytes else { return nil }
        return DataSize(seq: update.seq, bytes: data.bytes.count)
    }
}

extension UpdateView {
    /// Who wrote an update, and to which task.
    struct TaskLink: MustacheParent {
        let id: TaskID
        let name: String
        let agent: AgentView

        func child(named name: String) -> Any? {
            switch name {
            case "id": id.description
            case "name": self.name
            case "agent": agent
            default: nil
            }
        }
    }

    /// Data that is too large for a page.
    struct DataSize: MustacheParent {
        let seq: Seq
        let bytes: Int

        func child(named name: String) -> Any? {
            switch name {
            case "seq": seq
            case "size": bytes / 1024
            default: nil
            }
        }
    }

    /// A level that says more than that all is well.
    struct LevelView: MustacheParent {
        let level: Level

        init?(_ level: Level?) {
            guard let level, level != .info else { return nil }
            self.level = level
        }

        func child(named name: String) -> Any? {
            switch name {
            case "name": level.rawValue
            case "cssClass": level == .error ? "is-fail" : "is-warn"
            default: nil
            }
        }
    }
}

extension String {
    /// The beginning of a long text; it counts scalars, so that it is linear whatever combines with what.
    func cut(_ length: Int) -> String {
        guard utf8.count > length, unicodeScalars.count > length else { return self }
        return String(unicodeScalars.prefix(length)) + "…"
    }
}
