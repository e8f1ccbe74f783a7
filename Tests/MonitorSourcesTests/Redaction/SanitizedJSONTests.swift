import MonitorCore
import MonitorSources
import Testing

/// One after the other: they compute for seconds, and side by side would hold every thread that others wait for.
@Suite(.serialized) struct SanitizedJSONTests {
    @Test(arguments: SecretSample.all)
    func `a secret in a JSON string is hidden, however deep it lies`(_ sample: SecretSample) throws {
        let inner = object("text", "a\n\"\(sample.text)\"\n/é😀")
        let expected = object("text", "a\n\"\(sample.redacted)\"\n/é😀")
        #expect(Redactor.standard.redact(json: inner) == expected)
        #expect(Redactor.standard.redact(json: object("nested", inner.text)).text.contains("[redacted:\(sample.kind)]"))
        #expect(!Redactor.standard.redact(json: object("nested", inner.text)).text.contains(sample.secret))
    }

    @Test(arguments: SecretSample.all)
    func `a secret written with escapes is hidden`(_ sample: SecretSample) throws {
        let escaped = try RawJSON(parsing: #"{"text":""# + HexEscapes.escape("é😀 \(sample.text)") + #"","n":1.50}"#)
        let redacted = Redactor.standard.redact(json: escaped)
        #expect(redacted.bytes.starts(with: escaped.bytes.prefix(20)))
        #expect(redacted.text.hasSuffix(#"","n":1.50}"#))
        #expect(try value(of: redacted) == "é😀 \(sample.redacted)")
    }

    @Test(arguments: LookAlikes.all)
    func `what only looks like a secret stays to the byte`(_ text: String) {
        let json = object("text", text)
        #expect(Redactor.standard.sanitized(json: json) == json)
    }

    @Test(arguments: [
        (#"{"password":"hunter2hunter2"}"#, #"{"password":"[redacted:password]"}"#),
        (#"{"api_key":"k7Qz2mXw9Rb4","a":"b"}"#, #"{"api_key":"[redacted:api-key]","a":"b"}"#),
        (#"{"Authorization":"Bearer k7Qz2mXw9"}"#, #"{"Authorization":"Bearer [redacted:authorization]"}"#),
        (
            #"{"Authorization":"Digest username=\"me\", response=\"9f86d0818\""}"#,
            #"{"Authorization":"Digest [redacted:authorization]"}"#
        ),
        (#"{"Authorization":"Bearer k7Qz2mXw9\nand more"}"#, #"{"Authorization":"Bearer [redacted:authorization]"}"#),
        (
            #"{"env":{"AWS_SECRET_ACCESS_KEY":"k7Qz2mXw9Rb4"}}"#,
            #"{"env":{"AWS_SECRET_ACCESS_KEY":"[redacted:aws-key]"}}"#
        ),
        (
            #"{"p\u0061ssword":"hunter\u0032 x","password":"hunter\u0032x"}"#,
            #"{"p\u0061ssword":"hunter\u0032 x","password":"[redacted:password]"}"#
        ),
        (#"{"p\u0061ssword":"hunter2"}"#, #"{"p\u0061ssword":"[redacted:password]"}"#),
        (#"[{"dbPassword":"swordfish"},"swordfish"]"#, #"[{"dbPassword":"[redacted:password]"},"swordfish"]"#),
    ])
    func `a member is hidden because of its key`(_ json: String, _ expected: String) throws {
        #expect(Redactor.standard.redact(json: try RawJSON(parsing: json)).text == expected)
    }

    @Test(arguments: [
        #"{"password":["hunter2hunter2"]}"#, #"{"password":{"a":"hunter2"}}"#, #"{"password":12345678}"#,
        #"{"password":null,"a":"hunter2"}"#, #"{"token":"expired"}"#, #"{"password":""}"#, #"{"secret":"$SECRET_1"}"#,
        #"{"password":"[redacted:password]"}"#, #"["password","hunter2"]"#, #"{"tokens":"abcd1234efgh"}"#,
        #"{"password":"Password must have 8 characters"}"#, #"{"next_token":"abcd1234efgh5678"}"#, #""""#, "[]", "1",
        "{}",
    ])
    func `other members stay`(_ json: String) throws {
        let json = try RawJSON(parsing: json)
        #expect(Redactor.standard.sanitized(json: json) == json)
    }

    @Test func `a key that is a secret is hidden too`() throws {
        let secret = SecretSample.shapes[2]
        let json = try RawJSON(parsing: #"{"\#(secret.text)":1}"#)
        #expect(Redactor.standard.redact(json: json).text == #"{"\#(secret.redacted)":1}"#)
    }

    private func object(_ key: StaticString, _ text: String) -> RawJSON {
        var writer = JSONWriter()
        writer.member(key, text)
        return RawJSON(minified: writer.finish())
    }

    private func value(of json: RawJSON) throws -> String? {
        try JSONDocument(parsing: json.bytes).value["text"]?.string
    }
}

/// JSON's longest way to write a text.
enum HexEscapes {
    static func escape(_ text: String) -> String {
        text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
