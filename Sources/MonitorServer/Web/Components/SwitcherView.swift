import MonitorCore
import Mustache

/// What the quick switcher offers: places by name, and at last a search for the text.
struct SwitcherView: MustacheParent {
    enum Place {
        case workstream(Workstream)
        case task(TrackedTask, workstreamName: String)
        case search(String)
    }

    let places: [Place]

    init(text: String, places: [Place]) {
        self.places = places + (text.isEmpty ? [] : [.search(text)])
    }

    func child(named name: String) -> Any? {
        switch name {
        case "options": places.enumerated().map { OptionView(number: $0.offset, place: $0.element) }
        default: nil
        }
    }

    /// One line of the list.
    struct OptionView: MustacheParent {
        let number: Int
        let place: Place

        func child(named name: String) -> Any? {
            switch name {
            case "number": number
            case "link": link
            case "icon": icon
            case "name": self.name
            case "status": status.orAbsent
            case "place": placeName
            default: nil
            }
        }

        private var link: String {
            switch place {
            case .workstream(let workstream): "/workstreams/\(workstream.id)"
            case .task(let task, _): "/tasks/\(task.id)"
            case .search(let text): "/search?\(FormQuery(items: [(name: "q", value: text)]).text)"
            }
        }

        private var icon: String {
            switch place {
            case .workstream: "i-board"
            case .task: "i-term"
            case .search: "i-search"
            }
        }

        private var name: String {
            switch place {
            case .workstream(let workstream): workstream.name
            case .task(let task, _): task.name
            case .search(let text): "Search for “\(text)”"
            }
        }

        private var status: StatusView? {
            if case .task(let task, _) = place { task.statusView } else { nil }
        }

        private var placeName: String {
            switch place {
            case .workstream: "Workstream"
            case .task(_, let workstreamName): workstreamName
            case .search: "Updates"
            }
        }
    }
}
