import MonitorCore
import MonitorSources
import Testing

/// One after the other: they compute for seconds, and side by side would hold every thread that others wait for.
@Suite(.serialized) struct RandomPayloadTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `whatever is hidden or cut, the result is minified JSON of the same shape`(_ seed: UInt64) throws {
        var random = RandomPayload.hostile(seed: seed)
        for _ in 0..<25 {
            let json = try RawJSON(parsing: random.document())
            let original = try JSONDocument(parsing: json.bytes).value
            for operation in operations {
                let changed = operation(json)
                let document = try JSONDocument(parsing: changed.bytes)
                #expect(document.bytes == changed.bytes)
                #expect(shape(of: document.value) == shape(of: original))
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `what is hidden and cut once stays as it is`(_ seed: UInt64) throws {
        var random = RandomPayload.orderly(seed: seed)
        for _ in 0..<25 {
            let json = try RawJSON(parsing: random.document())
            for operation in operations {
                let changed = operation(json)
                #expect(operation(changed) == changed, "\(changed.text.prefix(4_000))")
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `JSON without secrets stays to the byte`(_ seed: UInt64) throws {
        var random = RandomPayload.plain(seed: seed)
        for _ in 0..<25 {
            let json = try RawJSON(parsing: random.document())
            #expect(Redactor.standard.redact(json: json) == json)
        }
    }

    private let operations = [
        Redactor.standard.redact(json:), Redactor.standard.sanitized(json:), PayloadCut.cut(json:),
    ]

    /// The value without the text of its strings.
    private func shape(of value: JSONValue) -> String {
        switch value.kind {
        case .object: "{" + (value.object?.members ?? []).map { shape(of: $0.value) }.joined(separator: ",") + "}"
        case .array: "[" + (value.array ?? []).map(shape).joined(separator: ",") + "]"
        case .string: "s"
        default: String(decoding: value.bytes, as: UTF8.self)
        }
    }
}
