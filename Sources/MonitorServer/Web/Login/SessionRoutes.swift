import Hummingbird
import MonitorCore
import MonitorWeb

/// `/sessions`: where the token that this browser signed in with is signed in too, and an end to each.
struct SessionRoutes {
    let sessions: BrowserSessions
    let page: SessionsPage

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/sessions", use: list)
        router.post("/sessions/end-others", use: endOthers)
        router.post("/sessions/:id/end", use: end)
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard let own = context.session else { return signedOut }
        return Response(html: try await page.render(try await sessions.siblings(of: own), own: own.id))
    }

    @Sendable private func end(_ request: Request, _ context: ServerContext) async throws -> Response {
        let id: BrowserSessionID = try context.parameters.id()
        guard let own = context.session else { return signedOut }
        guard try await sessions.siblings(of: own).contains(where: { $0.id == id }) else {
            throw APIError.notFound("session \(id)")
        }
        try await sessions.end([id])
        return id == own.id ? Response(seeOther: nil, orElse: "/login") : listAgain
    }

    @Sendable private func endOthers(_ request: Request, _ context: ServerContext) async throws -> Response {
        guard let own = context.session else { return signedOut }
        try await sessions.end(Set(try await sessions.siblings(of: own).map(\.id)).subtracting([own.id]))
        return listAgain
    }

    /// Tokens of programs have no sessions.
    private var signedOut: Response {
        Response(seeOther: nil, orElse: LoginRedirect.location(returningTo: LocalPath("/sessions")))
    }

    private var listAgain: Response { Response(seeOther: nil, orElse: "/sessions") }
}
