import MonitorClient

/// A loopback server that remembers the deliveries it got and answers each with the next status of its script.
final class SourceServer: Sendable {
    struct Request: Equatable, Sendable {
        let head: String
        let body: String

        func header(_ name: String) -> String? {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name.lowercased()): ") }
                .map { String($0.dropFirst(name.utf8.count + 2)) }
        }
    }

    private let log: Log<Request>
    private let server: LoopbackServer

    /// `answer` gets the number of the request; `nil` means that there never is an answer.
    init(_ answer: @escaping @Sendable (Int) -> Int? = { _ in 200 }) throws {
        let log = Log<Request>()
        self.log = log
        server = try LoopbackServer { peer in
            let head = peer.read()
            let request = Request(head: head, body: "")
            let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
            log.append(Request(head: head, body: peer.read(count: length)))
            if let status = answer(log.all.count - 1) {
                peer.write("HTTP/1.1 \(status) X\r\nContent-Length: 2\r\n\r\n{}")
            } else {
                peer.read(through: "never")
            }
        }
    }

    var address: ServerAddress { ServerAddress(host: "127.0.0.1", port: server.port) }
    var requests: [Request] { log.all }
    var bodies: [String] { log.all.map(\.body) }
}
