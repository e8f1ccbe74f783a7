import MonitorClient
import Testing

@Suite struct BackoffTests {
    @Test func `the wait doubles up to the limit and begins anew after a success`() {
        var backoff = Backoff(base: .seconds(1), limit: .seconds(30))
        var random = SystemRandomNumberGenerator()
        for expected in [1, 2, 4, 8, 16, 30, 30, 30] {
            let wait = backoff.next(using: &random)
            #expect(wait >= .seconds(expected) / 2 && wait <= .seconds(expected))
        }
        backoff.reset()
        #expect(backoff.next(using: &random) <= .seconds(1))
    }

    @Test func `a server that asks for an endless wait gets the limit`() {
        var backoff = Backoff(base: .milliseconds(Int64.max), limit: .seconds(30))
        var random = SystemRandomNumberGenerator()
        #expect(backoff.next(using: &random) <= .seconds(30))
    }
}
