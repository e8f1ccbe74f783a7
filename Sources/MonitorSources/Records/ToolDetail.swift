import MonitorCore

/// What a page shows of a tool's call.
package enum ToolDetail: Equatable, Sendable {
    /// A command line, and what it wrote.
    case command(String, output: String?)
    case edits([FileEdit])
    /// What came back of a file, a search or an address.
    case output(String)
    case checklist([ChecklistItem])
    /// A plan that waits for its approval.
    case plan(String)
    case questions([ToolQuestion])
}

/// One thing to do.
package struct ChecklistItem: Equatable, Sendable {
    package enum State: String, Sendable { case pending, underWay, done }

    package let text: String
    package let state: State
}

/// What an agent asks a person.
package struct ToolQuestion: Equatable, Sendable {
    /// An answer that it offers, and what that means.
    package struct Option: Equatable, Sendable {
        package let label: String
        package let meaning: String?
    }

    package let text: String
    package let options: [Option]
}

extension ToolRecord {
    /// `nil` where the call has nothing that the page knows to show.
    package var detail: ToolDetail? {
        if let items = checklist { return .checklist(items) }
        switch kind {
        case .command:
            guard let command else { return output.map(ToolDetail.output) }
            return .command(command, output: output)
        case .edit:
            let edits = FileEdit.edits(of: self)
            return edits.isEmpty ? output.map(ToolDetail.output) : .edits(edits)
        case .approval: return (input.text("plan") ?? subject).map(ToolDetail.plan)
        case .question: return questions.isEmpty ? output.map(ToolDetail.output) : .questions(questions)
        case .plan, .read, .search, .web, .agent, .other: return output.map(ToolDetail.output)
        }
    }

    /// What the agent says the call is for.
    package var explanation: String? { input.text("description") }

    /// The whole command, with its line breaks.
    private var command: String? {
        let words = input.texts("command")
        return input.firstText(["command", "cmd"]) ?? (words.isEmpty ? nil : words.joined(separator: " "))
            ?? inputText
    }

    private var checklist: [ChecklistItem]? {
        let items = input.items("todos") + input.items("plan")
        let known = items.prefix(200).compactMap { item in
            item.firstText(["content", "description", "step", "title"]).map {
                ChecklistItem(text: $0.line(upTo: 500), state: ToolRecord.state(item.text("status")))
            }
        }
        return known.isEmpty ? nil : known
    }

    private static func state(_ word: String?) -> ChecklistItem.State {
        switch word {
        case "completed", "done": .done
        case "in_progress": .underWay
        default: .pending
        }
    }

    private var questions: [ToolQuestion] {
        let several = input.items("questions").prefix(20).compactMap(ToolRecord.question)
        return several.isEmpty ? ToolRecord.question(input).map { [$0] } ?? [] : several
    }

    private static func question(_ fields: Payload) -> ToolQuestion? {
        guard let text = fields.text("question") else { return nil }
        let options = fields.items("options").prefix(50).compactMap { option in
            option.text("label").map { ToolQuestion.Option(label: $0, meaning: option.text("description")) }
        }
        let words = (fields.texts("choices") + fields.texts("options")).prefix(50)
        return ToolQuestion(text: text, options: options + words.map { ToolQuestion.Option(label: $0, meaning: nil) })
    }
}
