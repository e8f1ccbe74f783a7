import HTTPTypes
import Hummingbird
import MonitorCore

/// Asks the trust policy before any route sees a request.
struct TrustMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let policy: TrustPolicy
    /// Sources whose deliveries prove themselves to their route.
    let signedSources: Set<String>
    let sessions: BrowserSessions

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        let found = try await signedIn(request)
        var context = context
        context.session = found?.session
        do {
            context.principal = try policy.check(
                request.head, path: path, signedSources: signedSources, signedIn: found?.principal)
        } catch let error as APIError where error.code == .unauthorized {
            guard let login = LoginRedirect.location(for: request.head, path: path) else { throw error }
            return Response(seeOther: nil, orElse: login)
        }
        let visitor = Visitor(
            canSignIn: !policy.tokens.isEmpty, isSignedIn: found != nil, name: context.principal?.name)
        return try await Visitor.$current.withValue(visitor) { [context] in try await next(request, context) }
    }

    private func signedIn(_ request: Request) async throws -> (session: BrowserSession, principal: Principal)? {
        guard request.headers.contains(.cookie), let secret = SessionCookie(request.head).secret(in: request) else {
            return nil
        }
        return try await sessions.session(secret: secret)
    }
}
