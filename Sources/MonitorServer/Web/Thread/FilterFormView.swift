import MonitorCore
import Mustache

/// The form that narrows a thread: what to choose from is what the updates shown have, and what is chosen already.
struct FilterFormView: MustacheParent {
    let filter: ThreadFilter
    let menus: [Menu]

    init(_ filter: ThreadFilter, updates: [Update]) {
        self.filter = filter
        let contents = updates.map(\.content)
        menus = [
            Menu("Kind", "kind", contents.compactMap(\.kind), chosen: filter.page.values(of: "kind"), rest: "all"),
            Menu(
                "Level", "level", Level.allCases.map(\.rawValue), chosen: filter.page.values(of: "level"), rest: "all"),
            Menu(
                "Tag", "tag", contents.flatMap(\.tags), chosen: filter.page.values(of: "tag"), rest: "any",
                isSecondary: true),
            Menu(
                "Source", "source", contents.map(\.source), chosen: filter.page.values(of: "source"), rest: "all",
                isSecondary: true),
        ]
    }

    func child(named name: String) -> Any? {
        switch name {
        case "action": "/tasks/\(filter.taskID)"
        case "menus": menus
        case "text": filter.page.text
        case "isFiltered": !filter.isEmpty
        default: nil
        }
    }

    /// One parameter with the values to choose from.
    struct Menu: MustacheParent {
        let title: String
        let parameter: String
        let options: [Option]
        let summary: String
        let isSecondary: Bool

        /// A menu that is longer than a screen helps nobody.
        private static let optionLimit = 30

        init(
            _ title: String, _ parameter: String, _ values: [String], chosen: [String], rest: String,
            isSecondary: Bool = false
        ) {
            self.title = title
            self.parameter = parameter
            self.isSecondary = isSecondary
            summary = chosen.isEmpty ? rest : "\(chosen.count)"
            let others = parameter == "level" ? values : Set(values).subtracting(chosen).sorted()
            let listed = parameter == "level" ? values : chosen + others.prefix(Menu.optionLimit)
            options = listed.map { Option(parameter: parameter, value: $0, isChosen: chosen.contains($0)) }
        }

        func child(named name: String) -> Any? {
            switch name {
            case "title": title
            case "summary": summary
            case "options": options
            case "isSecondary": isSecondary
            default: nil
            }
        }
    }

    /// A value to choose.
    struct Option: MustacheParent {
        let parameter: String
        let value: String
        let isChosen: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "parameter": parameter
            case "value": value
            case "label": value.cut(60)
            case "isChosen": isChosen
            default: nil
            }
        }
    }
}
