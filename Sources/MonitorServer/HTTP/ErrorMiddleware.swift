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
            return ErrorMiddleware.response(to: request, apiError)
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

    /// JSON for programs, a page for browsers.
    private static func response(to request: Request, _ error: APIError) -> Response {
        Response(error)
    }
}
