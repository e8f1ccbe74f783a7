import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct LoginAttemptsTests {
    private let now = Timestamp(microseconds: 1_800_000_000_000_000)

    @Test func `ten attempts in a minute are counted for each address on its own`() {
        var attempts = LoginAttempts()
        let (one, other) = (address("192.0.2.1"), address("192.0.2.2"))
        for _ in 0..<LoginAttempts.most { #expect(attempts.attempt(from: one, now: now) == nil) }
        #expect(attempts.attempt(from: one, now: now.advanced(by: .seconds(20))) == .seconds(40))
        #expect(attempts.attempt(from: other, now: now) == nil)
        #expect(attempts.attempt(from: one, now: now.advanced(by: .seconds(60))) == nil)
    }

    @Test func `a right token makes good for wrong ones`() {
        var attempts = LoginAttempts()
        let one = address("192.0.2.1")
        for _ in 0..<LoginAttempts.most { _ = attempts.attempt(from: one, now: now) }
        attempts.succeeded(from: one)
        #expect(attempts.attempt(from: one, now: now) == nil)
    }

    @Test func `many addresses are bounded, and the oldest are forgotten`() {
        var attempts = LoginAttempts()
        let first = address("10.255.255.1")
        for _ in 0..<LoginAttempts.most { _ = attempts.attempt(from: first, now: now) }
        for number in 0..<4_200 {
            let other = address("10.0.\(number / 256).\(number % 256)")
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
    ) {
        let counted = ClientAddress(peer: peer, forwardedFor: forwardedFor)
        #expect(counted == address(same))
    }

    private func address(_ text: String) -> ClientAddress {
        ClientAddress(peer: text, forwardedFor: nil)
    }
}
