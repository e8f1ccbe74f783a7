import Mustache

/// A value that a model knows but does not have now: a section of it is left out, and a variable of it is empty.
///
/// Without it a template's engine would look for the name in the models around, and find another thing's value.
struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

extension Optional {
    var orAbsent: Any {
        if let self { self } else { Absent() }
    }
}
