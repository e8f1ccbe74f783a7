import MonitorClient
import Testing

@Suite struct ServerAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:3000", "http://127.0.0.1:3000"), ("localhost:3000", "http://localhost:3000"),
        ("HTTP://host", "http://host"), ("https://host", "https://host"), ("https://host:443/", "https://host"),
        ("http://[::1]:3000", "http://[::1]:3000"), ("[::1]", "http://[::1]"),
        ("https://tools.example/monitor//", "https://tools.example/monitor"),
    ])
    func `a server's address is read and written`(text: String, expected: String) throws {
        #expect(try ServerAddress(parsing: text).description == expected)
        #expect(try ServerAddress(parsing: expected).description == expected)
    }

    @Test(arguments: [
        "", "http://", "http:///path", "ftp://host", "http://host:0", "http://host:65536", "http://host:x",
        "http://host:", "http://user@host", "http://host?x=1", "http://host#x", "http://ho st", "http://host\r\nX: y",
        "http://[::1", "http://[]:3", "http://[::1]x", "::1",
    ])
    func `what is no server's address is refused with an example`(text: String) {
        let error = #expect(throws: ServerAddress.Malformed.self) { try ServerAddress(parsing: text) }
        #expect(error?.message.contains("http://127.0.0.1:3000") == true)
    }
}
