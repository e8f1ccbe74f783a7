import MonitorCore
import MonitorSources
import Testing

@Suite struct PayloadCutTests {
    private let limit = PayloadCut.maxStringBytes

    @Test func `a string at the limit stays and a longer one says its length`() throws {
        let fits = try array(String(repeating: "x", count: limit))
        #expect(PayloadCut.cut(json: fits) == fits)
        let cut = PayloadCut.cut(json: try array(String(repeating: "x", count: 300_000)))
        #expect(cut.text.hasSuffix(#"x… [cut: 300000 bytes]","end"]"#))
        #expect(cut.bytes.count == limit + #"["","end"]"#.utf8.count)
    }

    @Test(arguments: ["x", "é", "日", "😀", #"\n"#, #"\\"#, #"\""#, #"\u00e9"#, #"\ud83d\ude00"#, #"\ud83d"#])
    func `no character, escape or surrogate pair is divided`(_ element: String) throws {
        for shift in [0, 1, 2, 3, 5, 7, 11] {
            let text =
                String(repeating: "a", count: shift) + String(repeating: element, count: limit / element.utf8.count + 1)
            let cut = PayloadCut.cut(json: try array(text))
            let whole = try #require(try JSONDocument(parsing: cut.bytes).value.array?.first).bytes.dropFirst()
                .dropLast()
            let kept = whole.count - "… [cut: 12345 bytes]".utf8.count
            #expect(whole.count <= limit && whole.count > limit - 13 && kept > shift)
            #expect((kept - shift) % element.utf8.count == 0)
            #expect(PayloadCut.cut(json: cut) == cut)
        }
    }

    @Test func `a secret is hidden before the string is cut, so that no half of it stays`() throws {
        for sample in SecretSample.shapes {
            for distance in [1, 10, 25, 40] {
                let text =
                    String(repeating: " ", count: limit - distance - 26) + sample.text
                    + String(repeating: " ", count: 60)
                let json = Redactor.standard.sanitized(json: try array(text))
                #expect(!json.text.contains(sample.text.prefix(10)))
                #expect(Redactor.standard.sanitized(json: json) == json)
            }
        }
    }

    @Test func `cutting alone hides nothing and hiding alone cuts nothing`() throws {
        let secret = SecretSample.shapes[0]
        let json = try array("\(secret.text) " + String(repeating: "x", count: limit))
        #expect(PayloadCut.cut(json: json).text.hasPrefix(#"["\#(secret.text) xx"#))
        #expect(Redactor.standard.redact(json: json).text.hasPrefix(#"["\#(secret.redacted) xx"#))
        #expect(Redactor.standard.redact(json: json).bytes.count > limit)
    }

    private func array(_ escaped: String) throws -> RawJSON { try RawJSON(parsing: #"[""# + escaped + #"","end"]"#) }
}
