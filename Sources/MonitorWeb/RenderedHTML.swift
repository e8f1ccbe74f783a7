import Mustache

/// HTML that templates made: another template takes it in as it is (`{{{rows}}}`), because its values are escaped.
package struct RenderedHTML: MustacheCustomRenderable, Equatable, Sendable {
    package let renderText: String

    /// For the library: nothing else makes HTML.
    init(renderText: String) { self.renderText = renderText }

    package init(joining parts: [RenderedHTML] = []) {
        renderText = parts.map(\.renderText).joined()
    }

    package var isEmpty: Bool { renderText.isEmpty }
    package var isNull: Bool { isEmpty }
}
