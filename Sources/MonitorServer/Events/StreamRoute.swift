import HTTPTypes
import Hummingbird
import MonitorCore
import MonitorLive
import NIOCore
import ServiceLifecycle

/// `GET /api/stream`: the journal as server-sent events.
struct StreamRoute {
    let hub: LiveHub
    let store: any JournalStore
    let sessions: BrowserSessions

    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/api/stream", use: stream)
    }

    @Sendable private func stream(_ request: Request, _ context: ServerContext) async throws -> Response {
        let query = try request.query(known: StreamFilter.parameters)
        guard hub.hasBegun else { throw APIError(.unavailable, "the database has not been reached yet; try again") }
        let filter = try StreamFilter(query)
        let start = try StreamRoute.cursor(lastEventID: request.headers[.lastEventID], query)
        // A live stream opens also while the database is away.
        let head = start == nil ? try? await store.bounds().head : nil
        let subscription = Subscription(hub: hub, store: store, filter: filter, storeHead: head)
        return Response(
            status: .ok, headers: StreamRoute.headers, body: body(subscription, from: start, context.session))
    }

    /// The header wins: it is what the client saw last, the parameter what it began with.
    static func cursor(lastEventID: String?, _ query: QueryDecoder) throws -> Seq? {
        let parameter = try query.seq("after_seq")
        guard let lastEventID, !lastEventID.isEmpty else { return parameter }
        guard let seq = Seq(lastEventID), seq >= 0 else {
            throw APIError(.badRequest, "'Last-Event-ID' must be a seq, not '\(lastEventID.prefix(40))'")
        }
        return seq
    }

    /// A stream that a browser's session opened ends with it.
    private func body(_ subscription: Subscription, from start: Seq?, _ session: BrowserSession?) -> ResponseBody {
        ResponseBody { [hub, streams = sessions.streams] writer in
            let stream = session.map { streams.add(of: $0.id) }
            defer { stream.map(streams.remove) }
            let isAllowed = { stream.map(streams.contains) ?? true }
            try await withGracefulShutdownHandler {
                try await writer.write(
                    ByteBuffer(bytes: ServerSentEvent.preamble(retry: .milliseconds(.random(in: 1000...3000)))))
                try await subscription.run(from: start, isAllowed: isAllowed) { try await writer.write($0) }
                try await writer.finish(nil)
            } onGracefulShutdown: {
                hub.close()
            }
        }
    }

    private static let headers: HTTPFields = [
        .contentType: "text/event-stream", .cacheControl: "no-store", .accelBuffering: "no",
        .xContentTypeOptions: "nosniff",
    ]
}
