import MonitorCore
import MonitorWeb
import Mustache

/// `/sessions`: the browsers that are signed in with the visitor's token.
struct SessionsPage: Sendable {
    let store: any JournalStore
    let templates: TemplateLibrary
    let clock: WallClock

    func render(_ sessions: [BrowserSession], own: BrowserSessionID) async throws -> String {
        let now = clock()
        let shell = try await ShellView(title: "Sessions", script: "page.js", reading: store)
        return templates.render(
            SessionsView(
                shell: shell, sessions: sessions.map { SessionView(session: $0, isOwn: $0.id == own, now: now) }),
            with: .sessions)
    }
}

/// What the page's template shows.
struct SessionsView: MustacheParent {
    let shell: ShellView
    let sessions: [SessionView]

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "sessions": sessions
        case "hasOthers": sessions.contains { !$0.isOwn }
        default: nil
        }
    }
}

/// One signed-in browser.
struct SessionView: MustacheParent {
    let session: BrowserSession
    let isOwn: Bool
    let now: Timestamp

    func child(named name: String) -> Any? {
        switch name {
        case "id": session.id.description
        case "browser": BrowserName.text(of: session.userAgent)
        case "userAgent": session.userAgent
        case "isOwn": isOwn
        case "since": TimeView(session.createdAt, now: now, .moment, prefix: "Signed in ")
        case "lastUsed": TimeView(session.lastUsedAt, now: now, prefix: "last seen ", suffix: " ago")
        default: nil
        }
    }
}
