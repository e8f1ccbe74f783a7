import MonitorCore
import NIOCore
import Testing

@testable import MonitorServer

@Suite struct LoginAttemptsTests {
    private let now = Timestamp(microseconds: 1_800_000_000_000_000)

    @Test func `ten attempts in a minute are counted for each address on its own`() throws {
        var attempts = LoginAttempts()
        let (one, other) = (try address("192.0.2.1"), try address("192.0.2.2"))
        for _ in 0..<LoginAttempts.most { #expect(attempts.attempt(from: one, now: now) == nil) }
        #expect(attempts.attempt(from: one, now: now.advanced(by: .seconds(20))) == .seconds(40))
        #expect(attempts.attempt(from: other, now: now) == nil)
        #expect(attempts.attempt(from: one, now: now.advanced(by: .seconds(60))) == nil)
    }

    @Test func `a right token makes good for wrong ones`() throws {
        var attempts = LoginAttempts()
        let one = try address("192.0.2.1")
        for _ in 0..<LoginAttempts.most { _ = attempts.attempt(from: one, now: now) }
        attempts.succeeded(from: one)
        #expect(attempts.attempt(from: one, now: now) == nil)
    }

    @Test func `many addresses are bounded, and the oldest are forgotten`() throws {
        var attempts = LoginAttempts()
        let first = try address("10.255.255.1")
        for _ in 0..<LoginAttempts.most { _ = attempts.attempt(from: first, now: now) }
        for number in 0..<4_200 {
            let other = try address("10.0.\(number / 256).\(number % 256)")
            #expect(attempts.attempt(from: other, now: now.advanced(by: .seconds(1))) == nil)
        }
        #expect(attempts.attempt(from: first, now: now.advanced(by: .seconds(2))) == nil)
    }

    @Test(
        arguments: [
            ("192.0.2.1", nil, "192.0.2.1"), ("192.0.2.1", "192.0.2.9", "192.0.2.1"),
            ("127.0.0.1", "192.0.2.9", "192.0.2.9"), ("127.0.0.1", "192.0.2.1, 192.0.2.9 ", "192.0.2.9"),
            ("127.0.0.1", "unknown", "127.0.0.1"), ("::1", "192.0.2.9", "192.0.2.9"),
            ("2001:db8:0:1::5", nil, "2001:db8:0:1:ffff::7"), ("::ffff:192.0.2.1", nil, "192.0.2.1"),
        ] as [(String, String?, String)])
    func `attempts are counted for the client, whom only a proxy on this machine may name`(
        peer: String, forwardedFor: String?, same: String
    ) throws {
        let counted = ClientAddress(peer: try SocketAddress(ipAddress: peer, port: 1), forwardedFor: forwardedFor)
        #expect(counted == (try address(same)))
    }

    private func address(_ text: String) throws -> ClientAddress {
        ClientAddress(peer: try SocketAddress(ipAddress: text, port: 1), forwardedFor: nil)
    }
}
