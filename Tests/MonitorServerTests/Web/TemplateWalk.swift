import MonitorWeb
import Mustache

@testable import MonitorServer

/// Follows a template's tags through its model as the engine does, and notes what does not resolve.
///
/// It is stricter than the engine: a name must be known to the innermost model, because the engine would go on looking
/// in the models around and print another thing's value.
struct TemplateWalk {
    private(set) var problems: Set<String> = []
    private(set) var visited: Set<TemplateName> = []

    mutating func visit(_ name: TemplateName, _ model: Any) {
        visited.insert(name)
        var parser = TemplateTagParser(name.source)
        visit(parser.parse(), model, in: name)
    }

    private mutating func visit(_ tags: [TemplateTag], _ model: Any, in template: TemplateName) {
        for tag in tags {
            switch tag {
            case .variable(let name): _ = value(name, of: model, in: template)
            case .section(let name, let isInverted, let inner):
                guard let value = value(name, of: model, in: template) else { continue }
                for model in isInverted ? [model] : TemplateWalk.inner(value, around: model) {
                    visit(inner, model, in: template)
                }
            case .partial(let name):
                guard let partial = TemplateName(rawValue: name) else {
                    problems.insert("\(template.rawValue): there is no template \(name)")
                    continue
                }
                visit(partial, model)
            case .unescaped(let name):
                guard let value = value(name, of: model, in: template), !(value is RenderedHTML) else { continue }
                problems.insert("\(template.rawValue): \(name) is not escaped")
            }
        }
    }

    private mutating func value(_ name: String, of model: Any, in template: TemplateName) -> Any? {
        if name == "." { return model }
        if let value = (model as? any MustacheParent)?.child(named: name) { return value }
        problems.insert("\(template.rawValue): \(type(of: model)) has no \(name)")
        return nil
    }

    /// What a section is rendered for.
    private static func inner(_ value: Any, around model: Any) -> [Any] {
        switch value {
        case let values as [Any]: values
        case is Bool: [model]
        case is Absent: []
        default: [value]
        }
    }
}
