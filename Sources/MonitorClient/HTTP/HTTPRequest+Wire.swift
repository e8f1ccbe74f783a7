extension HTTPRequest {
    /// The bytes of the request in HTTP/1.1, on a connection of its own.
    func wireBytes(to server: ServerAddress) throws(ClientError) -> [UInt8] {
        try checkHeaders()
        var head = "\(method.rawValue) \(server.path)\(target) HTTP/1.1\r\nHost: \(server.authority)\r\n"
        for field in headers.fields { head += "\(field.name): \(field.value)\r\n" }
        if method != .get || !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
        head += "Connection: close\r\n\r\n"
        return Array(head.utf8) + body
    }

    /// A line break in a token or an address must not become a header of its own.
    func checkHeaders() throws(ClientError) {
        if target.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            throw .badRequest("there is a space or a control character in its path")
        }
        for field in headers.fields {
            let bytes = Array(field.name.utf8) + Array(field.value.utf8)
            if bytes.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
                throw .badRequest("there is a line break or a control character in '\(field.name)'")
            }
        }
    }
}
