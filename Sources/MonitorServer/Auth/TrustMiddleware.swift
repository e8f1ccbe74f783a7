import Hummingbird
import MonitorCore

/// Asks the trust policy before any route sees a request.
struct TrustMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let policy: TrustPolicy

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.principal = try policy.check(request.head, path: request.uri.path)
        return try await next(request, context)
    }
}
