/// Hands a delivery to a server while the agent waits, within a fixed time for all of it.
struct DirectExchange {
    let deadline: ContinuousClock.Instant

    /// Where to try; `nil` where it may take too long to try at all.
    ///
    /// TLS takes longer than the whole time, and a look-up of a name cannot be bounded. `localhost` needs none.
    static func hosts(of server: ServerAddress) -> [String]? {
        guard server.scheme == .http else { return nil }
        if server.host == "localhost" { return ["127.0.0.1", "::1"] }
        return AddressList.isNumeric(server.host) ? [server.host] : nil
    }

    /// The status of the answer; `nil` when there was none in time.
    func send(_ request: HTTPRequest, to server: ServerAddress) -> Int? {
        guard let hosts = DirectExchange.hosts(of: server), let bytes = try? request.wireBytes(to: server),
            let socket = connect(hosts, server.port)
        else { return nil }
        // A server may refuse a body that it has not read to its end: the answer counts, not the broken pipe.
        try? socket.write(bytes, within: .until(deadline))
        return status(from: socket)
    }

    private func connect(_ hosts: [String], _ port: UInt16) -> TCPSocket? {
        for host in hosts {
            if let socket = try? TCPSocket.dial(numericHost: host, port: port, within: .until(deadline)) {
                return socket
            }
        }
        return nil
    }

    private func status(from socket: TCPSocket) -> Int? {
        var parser = HTTPResponseParser()
        while true {
            if let head = parser.head { return head.status }
            guard let bytes = try? socket.receive(upTo: 4096, within: .until(deadline)), !bytes.isEmpty,
                (try? parser.append(bytes)) != nil
            else { return nil }
        }
    }
}
