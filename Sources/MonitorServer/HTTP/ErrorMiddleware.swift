import Hummingbird
import Logging
import MonitorCore
import NIOCore
import NIOHTTP1

/// The one place where errors become answers.
///
/// What a client sent is told to the client; what failed in the server is logged and answered with 500 in no detail.
struct ErrorMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let page: ErrorPage

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            let apiError = ErrorMiddleware.apiError(error, path: request.uri.path)
            if apiError.code == .internalError {
                context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            }
            return response(to: request, apiError)
        }
    }

    static func apiError(_ error: any Error, path: String) -> APIError {
        switch error {
        case let error as APIError: error
        case is NIOTooManyBytesError: APIError(.bodyTooLarge, "the body is too large")
        case is CancellationError: APIError(.unavailable, "the server is shutting down")
        case let error as any HTTPResponseError where error.status == .notFound: .notFound("page \(path.prefix(200))")
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            APIError(.badRequest, error.status.reasonPhrase)
        default: APIError(.internalError, "the server failed; its log says more")
        }
    }

    /// A page for browsers that ask for one; JSON for all others.
    private func response(to request: Request, _ error: APIError) -> Response {
        let wantsPage = request.headers[.accept]?.contains("text/html") == true
        if !wantsPage || request.uri.path.hasPrefix("/api/") { return Response(error) }
        let html = page.render(status: error.status, message: error.message)
        return Response(.init(code: error.status), html: html)
    }
}
