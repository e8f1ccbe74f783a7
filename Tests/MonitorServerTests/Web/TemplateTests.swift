import MonitorCore
import MonitorWeb
import Mustache
import Testing

@testable import MonitorServer

@Suite struct TemplateTests {
    @Test func `every tag of every template resolves in its model`() throws {
        let full = try FullModels()
        var walk = TemplateWalk()
        walk.visit(.dashboard, full.dashboard)
        walk.visit(.dashboard, full.emptyDashboard)
        walk.visit(.fragmentBoard, full.boardFragment)
        walk.visit(.taskActions, TaskActionsView(task: full.task, workstreams: [full.workstream]))
        walk.visit(.task, full.taskPage)
        for view in StreamView.allCases { walk.visit(.stream, full.stream(view)) }
        walk.visit(.workstreamPage, full.workstreamPage)
        walk.visit(.fragmentWorkstream, full.workstreamHead)
        walk.visit(.search, full.search)
        walk.visit(.error, ErrorPageView(shell: full.shell, heading: "x", message: "x"))
        walk.visit(.deletion, DeletionView(task: full.task, workstreamName: "x"))
        for hasTokens in [true, false] {
            walk.visit(.login, LoginView(hasTokens: hasTokens, returnTo: "/x", problem: "x"))
        }
        walk.visit(.sessions, full.sessions)
        for row in full.rows(.stream) { walk.visit(.ev, row) }
        for row in full.rows(.lane) { walk.visit(.laneEv, row) }
        walk.visit(.taskRow, TaskRowView(task: full.task, context: full.context))
        for call in full.calls { walk.visit(.toolUse, call) }
        walk.visit(.fragmentThread, full.threadFragment)
        walk.visit(.thread, full.emptyThread)
        walk.visit(.fragmentTasks, full.tasksFragment)
        walk.visit(.fragmentTask, full.taskView)
        walk.visit(.fragmentNeeds, NeedsFragmentView(needs: full.needs))
        walk.visit(.switcher, full.switcher)
        walk.visit(.workstream, full.section)
        #expect(walk.problems.sorted() == [])
        #expect(Set(TemplateName.allCases).subtracting(walk.visited).map(\.rawValue).sorted() == [])
    }

    @Test(arguments: TemplateName.allCases)
    func `a template quotes its attributes and has no inline script, style or foreign address`(name: TemplateName) {
        let unquoted = name.source.split { $0 == " " || $0 == "\n" }.filter { word in
            word.contains("={{") && !word.contains("=\"")
        }
        #expect(unquoted == [])
        for forbidden in [" style=", "<style", " onclick=", " onload=", "javascript:", "://"] {
            #expect(!name.source.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func `the templates inside the binary parse`() throws {
        _ = try TemplateLibrary()
    }

    @Test func `a quote is escaped although a character combines with it`() throws {
        let library = try TemplateLibrary()
        let view = AgentView(UpdateContent(source: "x\"\u{301} onmouseover='\u{200D}<\u{338}&>", message: "x"))
        let html = library.render(view, with: .agent)
        #expect(html.utf8.contains("title=\"x&quot;\u{301} onmouseover=&#39;\u{200D}&lt;\u{338}&amp;&gt;\"".utf8))
    }
}
