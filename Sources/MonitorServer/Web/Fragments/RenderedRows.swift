import MonitorCore
import MonitorWeb
import Mustache
import Synchronization

/// A row of a list, of which many pages show the same.
protocol RowView: MustacheParent {
    associatedtype ID: Hashable & Sendable
    associatedtype Inputs: Equatable & Sendable

    var id: ID { get }
    /// What its HTML depends on, beside its id.
    var inputs: Inputs { get }
    var template: TemplateName { get }
}

/// Rows as HTML: each is rendered once, however many browsers ask for it, and again when what it shows has changed.
///
/// Two generations bound the memory: when the newer one is full the older one goes. A mutex, because each step under it
/// is short; rendering is outside.
final class RenderedRows<Row: RowView>: Sendable {
    private struct Rendered {
        let inputs: Row.Inputs
        let html: RenderedHTML
    }

    private struct Generations {
        private var newer: [Row.ID: Rendered] = [:]
        private var older: [Row.ID: Rendered] = [:]
        private var newerBytes = 0

        subscript(id: Row.ID) -> Rendered? { newer[id] ?? older[id] }

        mutating func keep(_ row: Rendered, as id: Row.ID) {
            let bytes = row.html.renderText.utf8.count
            if newerBytes + bytes > RenderedRows.generationBytes {
                (older, newer, newerBytes) = (newer, [:], 0)
            }
            newer[id] = row
            newerBytes += bytes
        }
    }

    /// Some 1,400 rows of 1.5 KB; the largest, with their data, have 30 KB.
    private static var generationBytes: Int { 2 << 20 }

    private let templates: TemplateLibrary
    private let generations = Mutex(Generations())

    init(templates: TemplateLibrary) { self.templates = templates }

    func html(of rows: [Row]) -> RenderedHTML { RenderedHTML(joining: rows.map(html)) }

    func html(of row: Row) -> RenderedHTML {
        let (id, inputs) = (row.id, row.inputs)
        let kept = generations.withLock { $0[id] }
        if let kept, kept.inputs == inputs { return kept.html }
        let html = templates.html(row, with: row.template)
        generations.withLock { $0.keep(Rendered(inputs: inputs, html: html), as: id) }
        return html
    }
}

/// The rows that several pages and fragments show.
struct RowCache: Sendable {
    let updates: RenderedRows<UpdateView>
    let tasks: RenderedRows<TaskRowView>
    let calls: RenderedRows<ToolUseView>

    init(templates: TemplateLibrary) {
        updates = RenderedRows(templates: templates)
        tasks = RenderedRows(templates: templates)
        calls = RenderedRows(templates: templates)
    }
}
