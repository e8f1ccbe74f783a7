import Hummingbird
import MonitorCore

/// Asks the trust policy before any route sees a request.
struct TrustMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let policy: TrustPolicy
    /// Sources whose deliveries prove themselves to their route.
    let signedSources: Set<String>

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.principal = try policy.check(
            request.head, path: request.uri.path, signedSources: signedSources)
        return try await next(request, context)
    }
}
