import Mustache

/// How many updates of a task are errors.
struct ErrorsView: MustacheParent {
    let count: Int

    init?(_ count: Int) {
        guard count > 0 else { return nil }
        self.count = count
    }

    func child(named name: String) -> Any? {
        switch name {
        case "count": count
        case "noun": count == 1 ? "error" : "errors"
        default: nil
        }
    }
}
