import Foundation
import MonitorCore
import MonitorSources
import Testing

/// The files in `Tests/Fixtures`, for every source of the registry.
///
/// One after the other: they compute for seconds, and side by side would hold every thread that others wait for.
@Suite(.serialized) struct SampleTests {
    @Test(arguments: SourceRegistry.adapters.map(\.name)) func `every source has samples`(_ source: String) {
        #expect(Sample.of(source).count >= 5)
    }

    /// `MONITOR_RECORD_SAMPLES=1` writes the expectations anew instead, for a person to read in the difference.
    @Test(arguments: Sample.all) func `a sample becomes what stands beside it`(_ sample: Sample) throws {
        if ProcessInfo.processInfo.environment["MONITOR_RECORD_SAMPLES"] == "1" { try sample.record() }
        let (outcome, expected) = (try sample.outcome(), try sample.expected())
        #expect(outcome.split(separator: "\n") == expected.split(separator: "\n"))
    }

    @Test(arguments: SourceRegistry.adapters.filter { $0.answer == .silent }.map(\.name).flatMap(Sample.of))
    func `an agent's payload stays as it came, without its white space`(_ sample: Sample) throws {
        let adapter = try #require(SourceRegistry.adapter(named: sample.source))
        let delivery = try sample.delivery()
        #expect(try adapter.normalize(delivery).content.data?.bytes == Array(delivery.payload.bytes))
    }
}
