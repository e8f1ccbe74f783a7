import HTTPTypes
import Hummingbird
import Synchronization

/// Answers since the server started, by method and status; a mutex, since each request adds one number.
final class RequestCounts: Sendable {
    struct Key: Hashable, Comparable, Sendable {
        let method: String
        let status: Int

        static func < (a: Key, b: Key) -> Bool { (a.method, a.status) < (b.method, b.status) }
    }

    private let counts = Mutex<[Key: Int]>([:])

    func add(_ method: HTTPRequest.Method, status: Int) {
        let key = Key(method: RequestCounts.label(method), status: status)
        counts.withLock { $0[key, default: 0] += 1 }
    }

    var all: [Key: Int] { counts.withLock { $0 } }

    /// Labels come from a closed set: a client's own method must not add a series.
    private static func label(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .post, .patch, .delete, .put, .options: method.rawValue
        default: "other"
        }
    }
}

/// Counts every answer, errors included: it stands around the middleware that makes answers of them.
struct RequestCountMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let counts: RequestCounts

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        counts.add(request.method, status: response.status.code)
        return response
    }
}
