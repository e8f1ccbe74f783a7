import MonitorCore
import MonitorWeb
import Synchronization

/// Rows of updates as HTML: each is rendered once, however many browsers ask for it.
///
/// An update never changes; its task's name may, and is part of the key. Two generations bound the memory: when the
/// newer one is full the older one goes. A mutex, because each step under it is short; rendering is outside.
final class RenderedRows: Sendable {
    private struct Key: Hashable {
        let seq: Seq
        let taskName: String
        let template: TemplateName
    }

    private struct Generations {
        var newer: [Key: String] = [:]
        var older: [Key: String] = [:]
    }

    /// Some 1.5 KB each, twice.
    private static let generationSize = 1_000

    private let templates: TemplateLibrary
    private let generations = Mutex(Generations())

    init(templates: TemplateLibrary) { self.templates = templates }

    func html(of row: UpdateView, with template: TemplateName) -> String {
        let key = Key(seq: row.update.seq, taskName: row.taskName, template: template)
        if let html = generations.withLock({ $0.newer[key] ?? $0.older[key] }) { return html }
        let html = templates.render(row, with: template)
        generations.withLock { generations in
            if generations.newer.count >= RenderedRows.generationSize {
                (generations.older, generations.newer) = (generations.newer, [:])
            }
            generations.newer[key] = html
        }
        return html
    }
}
