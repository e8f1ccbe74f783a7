import NIOCore
import Testing

@testable import MonitorServer

@Suite struct ConnectionDeadlinesTests {
    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)
    private static let limits = ConnectionDeadlines.Limits(
        request: .seconds(30), keepAlive: .seconds(75), write: .seconds(20))

    private static func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    private var deadlines = ConnectionDeadlines(limits: limits, now: start)

    @Test func `a new connection has the time of one request to send it`() {
        #expect(deadlines.next == Self.at(30))
    }

    @Test mutating func `a request has its time from its first byte, and its answer any time`() {
        deadlines.requestBegan(now: Self.at(10))
        #expect(deadlines.next == Self.at(40))
        deadlines.requestEnded(now: Self.at(12))
        #expect(deadlines.next == nil)
        deadlines.responseEnded(now: Self.at(500))
        #expect(deadlines.next == Self.at(575))
        deadlines.requestBegan(now: Self.at(510))
        #expect(deadlines.next == Self.at(540))
    }

    @Test mutating func `an answer that comes before the body's end does not stop the clock`() {
        deadlines.requestBegan(now: Self.at(0))
        deadlines.responseEnded(now: Self.at(1))
        #expect(deadlines.next == Self.at(30))
        deadlines.requestEnded(now: Self.at(2))
        #expect(deadlines.next == Self.at(77))
    }

    @Test mutating func `a pipelined request that is being answered is not cut by the answer before it`() {
        deadlines.requestBegan(now: Self.at(0))
        deadlines.requestEnded(now: Self.at(0))
        deadlines.requestBegan(now: Self.at(1))
        deadlines.requestEnded(now: Self.at(1))
        deadlines.responseEnded(now: Self.at(2))
        #expect(deadlines.next == nil)
        deadlines.responseEnded(now: Self.at(3))
        #expect(deadlines.next == Self.at(78))
    }

    @Test mutating func `a socket that takes nothing is closed, and one that takes again is not`() {
        deadlines.requestBegan(now: Self.at(0))
        deadlines.requestEnded(now: Self.at(0))
        deadlines.writabilityChanged(isWritable: false, now: Self.at(100))
        #expect(deadlines.next == Self.at(120))
        deadlines.writabilityChanged(isWritable: true, now: Self.at(119))
        #expect(deadlines.next == nil)
    }

    @Test mutating func `the earlier of two deadlines counts`() {
        deadlines.requestBegan(now: Self.at(0))
        deadlines.writabilityChanged(isWritable: false, now: Self.at(5))
        #expect(deadlines.next == Self.at(25))
        deadlines.writabilityChanged(isWritable: false, now: Self.at(15))
        #expect(deadlines.next == Self.at(30))
    }
}
