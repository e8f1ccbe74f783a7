import HTTPTypes
import Hummingbird
import MonitorCore
import MonitorWeb
import Synchronization

/// `/login` and `/logout`: a token for a session, and back.
struct LoginRoutes {
    let sessions: BrowserSessions
    let page: LoginPage
    private let attempts = AttemptCounts()

    init(sessions: BrowserSessions, templates: TemplateLibrary) {
        self.sessions = sessions
        page = LoginPage(templates: templates, hasTokens: !sessions.tokens.isEmpty)
    }

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/login", use: show)
        router.post("/login", use: login)
        router.post("/logout", use: logout)
    }

    @Sendable private func show(_ request: Request, _ context: ServerContext) async throws -> Response {
        let returnTo = try request.pageQuery().text("return_to").flatMap(LocalPath.init)
        if context.session != nil { return Response(seeOther: returnTo, orElse: "/dashboard") }
        return Response(html: page.render(returnTo: returnTo))
    }

    @Sendable private func login(_ request: Request, _ context: ServerContext) async throws -> Response {
        let form = try await request.form()
        let token = try form.json()["token"]?.string?.trimmingSpaces ?? ""
        let address = ClientAddress(peer: context.peer?.ipAddress, forwardedFor: request.headers[.forwardedFor])
        if let wait = attempts.attempt(from: address, now: sessions.clock()) {
            return refusal(.tooManyAttempts(wait), returnTo: form.returnTo)
        }
        guard let principal = sessions.tokens.principal(for: token) else {
            return refusal(token.isEmpty ? .missing : .unknown, returnTo: form.returnTo)
        }
        attempts.succeeded(from: address)
        if principal.scope == .ingest { return refusal(.ingestOnly, returnTo: form.returnTo) }
        if let old = context.session { try await sessions.end([old.id]) }
        let secret = try await sessions.open(token: token, userAgent: request.headers[.userAgent] ?? "")
        var response = Response(seeOther: form.returnTo, orElse: "/dashboard")
        SessionCookie(request.head).set(secret, in: &response, to: request)
        return response
    }

    private func refusal(_ refusal: LoginRefusal, returnTo: LocalPath?) -> Response {
        var response = Response(refusal.status, html: page.render(returnTo: returnTo, refusal: refusal))
        switch refusal {
        case .unknown: response.headers[.wwwAuthenticate] = "Bearer"
        case .tooManyAttempts(let wait): response.headers[.retryAfter] = "\(wait.components.seconds + 1)"
        case .missing, .ingestOnly: break
        }
        return response
    }

    @Sendable private func logout(_ request: Request, _ context: ServerContext) async throws -> Response {
        if let session = context.session { try await sessions.end([session.id]) }
        var response = Response(seeOther: nil, orElse: "/login")
        SessionCookie(request.head).clear(in: &response)
        return response
    }
}

/// The attempts of this server; a mutex, since each step is short.
private final class AttemptCounts: Sendable {
    private let counts = Mutex(LoginAttempts())

    func attempt(from address: ClientAddress, now: Timestamp) -> Duration? {
        counts.withLock { $0.attempt(from: address, now: now) }
    }

    func succeeded(from address: ClientAddress) { counts.withLock { $0.succeeded(from: address) } }
}

extension String {
    /// A token is pasted, often with a line break at its end.
    fileprivate var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
