import Testing

@testable import MonitorServer

@Suite struct BindAddressTests {
    @Test(arguments: [
        ("127.0.0.1:3000", "127.0.0.1", 3000, "127.0.0.1:3000", true),
        ("localhost:0", "localhost", 0, "localhost:0", true),
        ("LOCALHOST:80", "localhost", 80, "localhost:80", true),
        ("[::1]:3000", "::1", 3000, "[::1]:3000", true),
        ("0.0.0.0:3000", "0.0.0.0", 3000, "0.0.0.0:3000", false),
        ("[::]:3000", "::", 3000, "[::]:3000", false),
        ("box.example:8080", "box.example", 8080, "box.example:8080", false),
    ])
    func `an address and a port are read`(
        text: String, host: String, port: Int, description: String, isLoopback: Bool
    ) throws {
        let address = try BindAddress(text)
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.description == description)
        #expect(address.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", "3000", ":3000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:3000", "[::1]",
        "http://127.0.0.1:3000", "a b:1",
    ])
    func `anything else is refused by the setting's name and with an example`(text: String) {
        let error = #expect(throws: InvalidSetting.self) { try BindAddress(text) }
        #expect(error?.description.hasPrefix("MONITOR_BIND is '\(text)'") == true)
        #expect(error?.description.contains("127.0.0.1:3000") == true)
    }
}
