import MonitorCore
import MonitorSources
import Testing

/// Every sample of every source, damaged: what it becomes stays within the limits that clients' own updates have.
///
/// One after the other: they compute for seconds, and side by side would hold every thread that others wait for.
@Suite(.serialized) struct HostileDeliveryTests {
    @Test(arguments: Sample.distinct) func `fields of any other type do no harm`(_ sample: Sample) throws {
        for other in ["null", "0", "[]", "{}", "\"\"", "\"\\u0000\"", "[[[1]]]", "-1e400", "\"{\\\"a\\\":\""] {
            try expectWithinLimits(sample, replacingStringsBy: other)
        }
    }

    @Test(arguments: Sample.distinct) func `texts of any length are brought within the limits`(_ sample: Sample) throws
    {
        let payload = try JSONDocument(parsing: sample.payload()).bytes
        for long in ["😀\\n", "\\u0301\\u0000 \\u001b["] {
            let text = "\"" + String(repeating: long, count: 2_100) + "\""
            expectWithinLimits(try sample.event(payload.replacingStrings(by: text, except: Self.names)))
        }
    }

    @Test(arguments: SourceRegistry.adapters.compactMap { Sample.of($0.name).first })
    func `the members may come in any number`(_ sample: Sample) throws {
        let payload = try JSONDocument(parsing: sample.payload()).bytes
        guard payload.last == UInt8(ascii: "}"), payload.count > 2 else { return }
        let many = (0..<5_000).map { #","n\#($0)":[{"message":"\#($0)"}]"# }.joined() + "}"
        expectWithinLimits(try sample.event(payload.dropLast() + many.utf8))
    }

    private func expectWithinLimits(_ sample: Sample, replacingStringsBy other: String) throws {
        let payload = try JSONDocument(parsing: sample.payload()).bytes
        expectWithinLimits(try sample.event(payload.replacingStrings(by: other)))
        expectWithinLimits(try sample.event(payload.replacingStrings(by: other, except: Self.names)))
    }

    /// What tells how the rest is read.
    private static let names: Set = ["hook_event_name", "type", "tool_name", "toolName", "status", "role"]

    private func expectWithinLimits(_ event: SourceEvent?) {
        guard let event else { return }
        let content = event.content
        #expect(content.message.contains { !$0.isWhitespace })
        #expect(content.message.unicodeScalars.count < 2_000)
        #expect(content.source.unicodeScalars.count <= Limits.sourceLength)
        #expect(content.kind?.isEmpty == false)
        #expect(content.kind.map { $0.unicodeScalars.count <= Limits.kindLength } == true)
        #expect(content.tags.count <= Limits.tagCount && Set(content.tags).count == content.tags.count)
        #expect(content.tags.allSatisfy { !$0.isEmpty && $0.unicodeScalars.count <= Limits.tagLength })
        let names = [event.route.task.name, event.route.workstream.name]
        #expect(names.allSatisfy { !$0.isEmpty && $0.unicodeScalars.count <= Limits.nameLength })
        let keys = [event.route.task.key, event.route.workstream.key, event.identity ?? "", content.source]
        #expect(keys.allSatisfy { $0.unicodeScalars.count <= 1_000 })
        #expect(!([content.message] + content.tags + names + keys).contains { $0.utf8.contains(0) })
    }
}

extension Sample {
    /// What the adapter makes of another payload under the same headers; `nil` where it refuses it with a reason.
    fileprivate func event(_ payload: [UInt8]) throws -> SourceEvent? {
        var delivery = try delivery()
        delivery.payload = try JSONDocument(parsing: payload).value
        do {
            return try #require(SourceRegistry.adapter(named: source)).normalize(delivery)
        } catch is APIError {
            return nil
        }
    }
}

extension [UInt8] {
    /// Minified JSON with another value in the place of each text that is a member's, except under some names.
    fileprivate func replacingStrings(by other: String, except names: Set<String> = []) -> [UInt8] {
        var (result, name, rest): ([UInt8], String, ArraySlice<UInt8>) = ([], "", self[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\"") else {
                result.append(byte)
                continue
            }
            var text: [UInt8] = []
            while let next = rest.popFirst(), next != UInt8(ascii: "\"") {
                text.append(next)
                if next == UInt8(ascii: "\\"), let escaped = rest.popFirst() { text.append(escaped) }
            }
            if result.last == UInt8(ascii: ":"), !names.contains(name) {
                result += other.utf8
            } else {
                name = String(decoding: text, as: UTF8.self)
                result += [byte] + text + [byte]
            }
        }
        return result
    }
}
