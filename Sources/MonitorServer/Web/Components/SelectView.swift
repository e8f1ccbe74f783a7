import MonitorCore
import Mustache

/// A choice of one of some values.
struct SelectView: MustacheParent {
    let name: String
    /// For those who do not see what stands beside it.
    var label: String
    var options: [Option]

    func child(named name: String) -> Any? {
        switch name {
        case "name": self.name
        case "label": label
        case "options": options
        default: nil
        }
    }

    struct Option: MustacheParent {
        let value: String
        let text: String
        var isSelected = false

        func child(named name: String) -> Any? {
            switch name {
            case "value": value
            case "text": text
            case "isSelected": isSelected
            default: nil
            }
        }
    }
}

extension SelectView {
    static func workstreams(_ workstreams: [Workstream], selected: WorkstreamID? = nil) -> SelectView {
        SelectView(
            name: "workstream_id", label: "Workstream",
            options: workstreams.map {
                Option(value: $0.id.description, text: $0.name.cut(60), isSelected: $0.id == selected)
            })
    }

    static func statuses(selected: TrackedTask.Status? = nil) -> SelectView {
        SelectView(
            name: "status", label: "Status",
            options: TrackedTask.Status.allCases.map {
                Option(value: $0.rawValue, text: $0.rawValue, isSelected: $0 == selected)
            })
    }
}
