import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// HTTP over TLS, by AsyncHTTPClient; only `https://` pays for starting it.
package struct TLSTransport: HTTPTransport {
    /// Never shut down: it lives as long as the process, and only once something asks for `https://`.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(45))
        )
    )

    package init() {}

    package func open(_ request: HTTPRequest, at server: ServerAddress) async throws -> HTTPResponseStream {
        try request.checkHeaders()
        do {
            let response = try await TLSTransport.client.execute(
                TLSTransport.translated(request, at: server), deadline: .distantFuture)
            let headers = response.headers.reduce(into: HTTPHeaders()) { $0.append($1.name, $1.value) }
            return HTTPResponseStream(
                head: HTTPResponseHead(status: Int(response.status.code), headers: headers),
                body: Body(chunks: response.body)
            )
        } catch let error as CancellationError {
            throw error
        } catch let error as HTTPClientError where error == .remoteConnectionClosed || error == .readTimeout {
            throw ClientError.connectionLost(reason: error.description)
        } catch {
            throw ClientError.unreachable(server, reason: String(describing: error))
        }
    }

    private static func translated(_ request: HTTPRequest, at server: ServerAddress) -> HTTPClientRequest {
        var translated = HTTPClientRequest(url: "\(server)\(request.target)")
        translated.method = NIOHTTP1.HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headers.fields { translated.headers.add(name: field.name, value: field.value) }
        if request.method != .get || !request.body.isEmpty { translated.body = .bytes(request.body) }
        return translated
    }

    private struct Body: AsyncSequence, Sendable {
        let chunks: HTTPClientResponse.Body

        func makeAsyncIterator() -> Iterator { Iterator(chunks: chunks.makeAsyncIterator()) }

        struct Iterator: AsyncIteratorProtocol {
            var chunks: HTTPClientResponse.Body.AsyncIterator

            mutating func next() async throws -> [UInt8]? {
                do {
                    while let chunk = try await chunks.next() {
                        if chunk.readableBytes > 0 { return Array(chunk.readableBytesView) }
                    }
                    return nil
                } catch let error as CancellationError {
                    throw error
                } catch {
                    throw ClientError.connectionLost(reason: String(describing: error))
                }
            }
        }
    }
}
