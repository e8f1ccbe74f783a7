package import Mustache

/// The templates inside the binary, parsed once.
///
/// Every template escapes with `HTMLEscaping`: the engine's own escaping compares whole characters, so that a quote
/// with a combining accent after it goes through and ends an attribute.
package struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

    /// Parses all templates; the error names the one that does not parse.
    package init() throws {
        MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
        var library = MustacheLibrary()
        for name in TemplateName.allCases {
            do {
                try library.register("{{% CONTENT_TYPE:\(HTMLEscaping.name) }}\n" + name.source, named: name.rawValue)
            } catch {
                throw TemplateError(template: name.rawValue, reason: "\(error)")
            }
        }
        self.library = library
    }

    /// The template's text with the model's values in it, escaped.
    package func render(_ model: some MustacheParent, with name: TemplateName) -> String {
        // Never nil: all cases of TemplateName are registered.
        library.render(model, withTemplate: name.rawValue) ?? ""
    }

    /// The same, to stand in another template.
    package func html(_ model: some MustacheParent, with name: TemplateName) -> RenderedHTML {
        RenderedHTML(renderText: render(model, with: name))
    }
}

/// A template inside the binary that does not parse.
package struct TemplateError: Error, CustomStringConvertible {
    package let template: String
    package let reason: String

    package var description: String { "\(template).mustache: \(reason)" }
}
