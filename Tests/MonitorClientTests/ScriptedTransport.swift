import MonitorClient
import Synchronization

/// Answers each request with the next thing of its script, and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
    enum Answer: Sendable {
        case failure(ClientError)
        case response(HTTPResponseHead, [String], ending: ClientError? = nil)

        /// An event stream of these pieces, which then ends or breaks.
        static func stream(_ pieces: String..., ending: ClientError? = nil) -> Answer {
            .response(
                HTTPResponseHead(status: 200, headers: ["Content-Type": "text/event-stream"]), pieces, ending: ending)
        }
    }

    private let script: Mutex<[Answer]>
    private let asked = Mutex<[HTTPRequest]>([])

    init(_ script: Answer...) { self.script = Mutex(script) }

    var requests: [HTTPRequest] { asked.withLock { $0 } }

    func open(_ request: HTTPRequest, at server: ServerAddress) async throws -> HTTPResponseStream {
        asked.withLock { $0.append(request) }
        let answer = script.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        switch answer {
        case .failure(let error): throw error
        case .response(let head, let pieces, let ending):
            return HTTPResponseStream(head: head, body: Pieces(pieces: pieces.map { Array($0.utf8) }, ending: ending))
        case nil: throw CancellationError()
        }
    }

    private struct Pieces: AsyncSequence, Sendable {
        let pieces: [[UInt8]]
        let ending: ClientError?

        func makeAsyncIterator() -> Iterator { Iterator(rest: pieces[...], ending: ending) }

        struct Iterator: AsyncIteratorProtocol {
            var rest: ArraySlice<[UInt8]>
            let ending: ClientError?

            mutating func next() async throws -> [UInt8]? {
                if let piece = rest.popFirst() { return piece }
                if let ending { throw ending }
                return nil
            }
        }
    }
}
