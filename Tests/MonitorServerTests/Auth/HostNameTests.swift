import Testing

@testable import MonitorServer

@Suite struct HostNameTests {
    @Test(
        arguments: [
            ("localhost", "localhost", nil),
            ("LOCALHOST:3000", "localhost", 3000),
            ("127.0.0.1:80", "127.0.0.1", 80),
            ("[::1]", "[::1]", nil),
            ("[::1]:3000", "[::1]", 3000),
            ("[2001:DB8::a]:1", "[2001:db8::a]", 1),
            ("my_host-1.example:65535", "my_host-1.example", 65_535),
            ("localhost.", "localhost.", nil),
            ("example:0", "example", 0),
        ] as [(String, String, Int?)])
    func `a host with or without a port is read in lower case`(text: String, name: String, port: Int?) throws {
        let host = try #require(HostName(authority: text))
        #expect(host.name == name)
        #expect(host.port == port)
    }

    @Test(arguments: [
        "", ":", ":80", "localhost:", "localhost:x", "localhost:-1", "localhost:+80", "localhost:65536",
        "localhost:80:80", "localhost: 80", " localhost", "localhost ", "local host", "user@localhost",
        "user:secret@localhost:80", "localhost/", "localhost\\evil", "localhost,evil", "localhost#", "localhost?",
        "local\u{0}host", "local\u{7F}host", "localhost\r\nX: y", "lócalhost", "lo\u{301}calhost", "\u{212A}iosk",
        "[::1", "::1", "[::1]x", "[::1]:", "[]", "[]:80", "[", "]", "[x]", "[::1%25lo]", "a[b]", "a]", "[[::1]]",
        "localhost:\u{0661}", "%6cocalhost", "*",
        String(repeating: "a", count: 256),
    ])
    func `anything else is no host`(text: String) {
        #expect(HostName(authority: text) == nil)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "127.255.255.254", "127.0.0.1:99", "[::1]:3000", "LocalHost"])
    func `loopback is localhost, 127/8 and one IPv6 address`(text: String) throws {
        #expect(try #require(HostName(authority: text)).isLoopback)
    }

    @Test(arguments: [
        "localhost.", "localhost.evil.example", "evil-localhost", "127.0.0.1.evil.example", "127.0.0.1.", "127.0.0.1.5",
        "127.1",
        "128.0.0.1", "127.0.0.256", "127.0.0.1000", "127..0.1", "127.0.0.-1", "0.0.0.0", "2130706433", "0x7f.0.0.1",
        "[::]", "[::ffff:127.0.0.1]", "[::2]", "192.168.0.1",
    ])
    func `what only looks like loopback is not`(text: String) throws {
        #expect(try !#require(HostName(authority: text)).isLoopback)
    }

    @Test(arguments: [
        ("http://localhost:3000", "localhost", 3000),
        ("HTTP://LOCALHOST", "localhost", 80),
        ("https://example.org", "example.org", 443),
        ("http://[::1]:8080", "[::1]", 8080),
    ])
    func `an origin has the port of its scheme where it names none`(text: String, name: String, port: Int) throws {
        let host = try #require(HostName(origin: text))
        #expect(host.name == name)
        #expect(host.port == port)
    }

    @Test(arguments: [
        "", "null", "http://", "https://:80", "localhost:3000", "//localhost", "ftp://localhost", "file://",
        "chrome-extension://abc", "http://localhost:3000/", "http://user@localhost", "http://localhost http://evil",
        "http:/localhost", "http://localhost, http://localhost",
    ])
    func `anything else is no origin`(text: String) {
        #expect(HostName(origin: text) == nil)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `random texts never trap, and only hosts of plain characters pass`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let parts = [
            "localhost", "127.0.0.1", "[", "]", ":", "::1", "80", "http://", "https://", "@", "/", ".", "-", "+", "%",
            "\u{0}", "\r\n", "\u{301}", "\u{212A}", "é", "👩‍👩‍👧", "\u{FFFD}", " ", "x", "99999999999999999999", "",
        ]
        for _ in 0..<2_500 {
            let text = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in random.pick(parts) }.joined()
            _ = HostName(origin: text)
            guard let host = HostName(authority: text) else { continue }
            #expect(host.name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789.-_:[]".utf8.contains($0) })
            #expect(HostName(authority: host.name)?.name == host.name)
        }
    }
}
