import MonitorCore
import MonitorSources
import Mustache

/// What a tool's call was given and what came of it: a terminal, a diff, a list; anything else as JSON.
struct ToolDetailView: MustacheParent {
    let detail: ToolDetail?
    let update: Update
    let tool: ToolRecord?
    var duration: Duration?

    func child(named name: String) -> Any? {
        switch name {
        case "terminal": terminal.orAbsent
        case "diffs": diffs
        case "output": output.orAbsent
        case "todo": todo.orAbsent
        case "plan": plan.orAbsent
        case "questions": questions
        case "data": (detail == nil ? DataView(update) : nil).orAbsent
        case "cut": (isCut ? update.seq : nil).orAbsent
        default: nil
        }
    }

    private var terminal: TerminalView? {
        guard case .command(let command, let output) = detail else { return nil }
        return TerminalView(
            command: Excerpt(command), output: output.map { Excerpt($0) }, exitCode: tool?.exitCode,
            duration: duration)
    }

    private var diffs: [DiffView] {
        guard case .edits(let edits) = detail else { return [] }
        return edits.prefix(ToolDetailView.diffLimit).map(DiffView.init)
    }

    private var output: Excerpt? {
        guard case .output(let text) = detail else { return nil }
        return Excerpt(text)
    }

    private var todo: ChecklistView? {
        guard case .checklist(let items) = detail else { return nil }
        return ChecklistView(items: items)
    }

    private var plan: Excerpt? {
        guard case .plan(let text) = detail else { return nil }
        return Excerpt(text, lines: 400)
    }

    private var questions: [QuestionView] {
        guard case .questions(let questions) = detail else { return [] }
        return questions.map(QuestionView.init)
    }

    /// Something is shown in part; the whole is behind a link.
    private var isCut: Bool {
        switch detail {
        case .command(let command, let output): Excerpt(command).isCut || output.map { Excerpt($0).isCut } ?? false
        case .edits(let edits):
            edits.count > ToolDetailView.diffLimit || edits.contains { DiffView(edit: $0).isCut }
        case .output, .plan: output?.isCut ?? plan?.isCut ?? false
        case .checklist, .questions, nil: false
        }
    }

    private static let diffLimit = 20
}

extension Excerpt: MustacheParent {
    func child(named name: String) -> Any? { name == "text" ? text : nil }
}

/// A command and what it wrote.
struct TerminalView: MustacheParent {
    let command: Excerpt
    let output: Excerpt?
    let exitCode: Int64?
    let duration: Duration?

    func child(named name: String) -> Any? {
        switch name {
        case "command": command.text
        case "output": (output?.text).orAbsent
        case "hasEnd": exitCode != nil || duration != nil
        case "exitCode": (exitCode == 0 ? exitCode : nil).orAbsent
        case "failure": (exitCode == 0 ? nil : exitCode).orAbsent
        case "took": (duration?.text).orAbsent
        default: nil
        }
    }
}

/// What changed in a file.
struct DiffView: MustacheParent {
    let edit: FileEdit

    func child(named name: String) -> Any? {
        switch name {
        case "path": edit.path
        case "insertions": edit.insertions
        case "deletions": edit.deletions
        case "lines": edit.lines.prefix(DiffView.lineLimit).map(DiffLineView.init)
        default: nil
        }
    }

    var isCut: Bool { edit.lines.count > DiffView.lineLimit }

    private static let lineLimit = 120
}

/// A line of a diff; `+` and `-` are text, so that colour does not stand alone.
struct DiffLineView: MustacheParent {
    let line: FileEdit.Line

    func child(named name: String) -> Any? {
        let text = line.text.cut(500)
        return switch name {
        case "inserted": (line.mark == .inserted ? text : nil).orAbsent
        case "deleted": (line.mark == .deleted ? text : nil).orAbsent
        case "context": (line.mark == .context ? text : nil).orAbsent
        case "hunk": (line.mark == .hunk ? text : nil).orAbsent
        default: nil
        }
    }
}

/// Things to do, in their order.
struct ChecklistView: MustacheParent {
    let items: [ChecklistItem]

    func child(named name: String) -> Any? { name == "items" ? items.map(ChecklistItemView.init) : nil }
}

/// A thing to do, with its shape and, for those who do not see it, its word.
struct ChecklistItemView: MustacheParent {
    let item: ChecklistItem

    func child(named name: String) -> Any? {
        switch name {
        case "text": item.text
        case "isDone": item.state == .done
        case "shape": item.state == .done ? "done" : item.state == .underWay ? "working" : "idle"
        case "word": item.state == .done ? "done" : item.state == .underWay ? "under way" : "to do"
        default: nil
        }
    }
}

/// A question to a person, with the answers that are offered.
struct QuestionView: MustacheParent {
    let question: ToolQuestion

    func child(named name: String) -> Any? {
        switch name {
        case "text": question.text.cut(2_000)
        case "options": question.options.map(OptionView.init)
        default: nil
        }
    }

    struct OptionView: MustacheParent {
        let option: ToolQuestion.Option

        func child(named name: String) -> Any? {
            switch name {
            case "label": option.label.cut(500)
            case "meaning": (option.meaning?.cut(1_000)).orAbsent
            default: nil
            }
        }
    }
}

/// An update's data as JSON, or where it is when it is too large for a page.
struct DataView: MustacheParent {
    let seq: Seq
    let data: RawJSON

    /// A page has some 100 updates, and each may have a megabyte.
    private static let inlineBytes = 16 * 1024

    init?(_ update: Update) {
        guard let data = update.content.data, data != .emptyObject else { return nil }
        seq = update.seq
        self.data = data
    }

    func child(named name: String) -> Any? {
        let isLarge = data.bytes.count > DataView.inlineBytes
        return switch name {
        case "json": (isLarge ? nil : JSONTextView(id: "d-\(seq)", text: data.indented)).orAbsent
        case "largeData": (isLarge ? UpdateView.DataSize(seq: seq, bytes: data.bytes.count) : nil).orAbsent
        default: nil
        }
    }

    /// JSON that is small enough for a page.
    struct JSONTextView: MustacheParent {
        let id: String
        let text: String

        func child(named name: String) -> Any? {
            switch name {
            case "id": id
            case "text": text
            default: nil
            }
        }
    }
}
