import MonitorCore
import MonitorWeb
import Testing

@testable import MonitorServer

@Suite struct SwitcherFragmentTests {
    private func names(_ journal: JournalFixture, _ text: String) async throws -> [String] {
        let query = FormQuery(items: [(name: "q", value: text)]).withoutEmptyValues
        let html = try await SwitcherFragment(store: journal, templates: try TemplateLibrary())
            .render(QueryDecoder(query, known: ["q"]))
        return html.split(separator: "option-name\">").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    private var journal: JournalFixture {
        var journal = JournalFixture()
        for (age, name) in [(300, "Fix tax rounding"), (200, "Upgrade the bundler"), (100, "Round the corners")] {
            let index = journal.addTask(name)
            journal.addUpdate(
                UpdateContent(source: "manual", message: "x"), to: index, at: JournalFixture.ago(.seconds(age)))
        }
        journal.workstreamRows[1].name = "acme/handbook"
        return journal
    }

    @Test func `without a word it offers what was active last`() async throws {
        let names = try await names(journal, "")
        #expect(names.filter { !$0.contains("/") } == ["Round the corners", "Upgrade the bundler", "Fix tax rounding"])
    }

    @Test func `a name has all words, wherever they stand and however they are written`() async throws {
        #expect(try await names(journal, "ROUND") == ["Round the corners", "Fix tax rounding", "Search for “ROUND”"])
        #expect(try await names(journal, "round fix").dropLast() == ["Fix tax rounding"])
        #expect(try await names(journal, "handbook").dropLast() == ["acme/handbook"])
        #expect(try await names(journal, "no such thing") == ["Search for “no such thing”"])
    }

    @Test func `it offers twenty places at most`() async throws {
        var journal = journal
        for number in 1...30 { journal.addTask("Task \(number)") }
        #expect(try await names(journal, "").count == 20)
    }

    @Test func `a search for hostile text is one parameter of a link`() async throws {
        let query = FormQuery(items: [(name: "q", value: "\"><b>&x=1#")])
        let html = try await SwitcherFragment(store: JournalFixture(), templates: try TemplateLibrary())
            .render(QueryDecoder(query, known: ["q"]))
        #expect(html.contains("href=\"/search?q=%22%3e%3cb%3e%26x%3d1%23\"") && !html.contains("<b>"))
    }
}
