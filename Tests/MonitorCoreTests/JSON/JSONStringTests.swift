import MonitorCore
import Testing

@Suite struct JSONStringTests {
    @Test(arguments: HostileText.all + HostileText.scalars)
    func `a text comes back as it went in`(_ text: String) throws {
        let decoded = try JSONDocument(parsing: written(text)).value.string
        #expect(try Array(#require(decoded).utf8) == Array(text.utf8))
    }

    @Test(arguments: HostileText.all + HostileText.scalars)
    func `written strings hold no control character`(_ text: String) {
        #expect(!written(text).contains { $0 < 0x20 })
    }

    @Test(arguments: [
        ("\u{0}", #""\u0000""#), ("\u{1F}", #""\u001f""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
        ("\"\\/", #""\"\\/""#),
        ("\u{7F}é\u{2028}", "\"\u{7F}é\u{2028}\""), ("a\u{1}b", #""a\u0001b""#),
    ])
    func `only what JSON demands is escaped`(_ text: String, _ json: String) {
        #expect(String(decoding: written(text), as: UTF8.self) == json)
    }

    @Test(arguments: [
        (#""\u0041\u00e9\u65E5""#, "Aé日"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00!""#, "😀!"),
        (#""x\/\b\f\n\r\t\"\\y""#, "x/\u{8}\u{C}\n\r\t\"\\y"), (#""\u0000""#, "\u{0}"),
        (#""\udbff\udfff""#, "\u{10FFFF}"),
        (#""\ud800\udc00""#, "\u{10000}"), (#""\uffff""#, "\u{FFFF}"), (#""\\u0041""#, "\\u0041"),
        (#""\\\\n""#, "\\\\n"),
    ])
    func `escapes are decoded`(_ json: String, _ text: String) throws {
        #expect(try JSONDocument(parsing: Array(json.utf8)).value.string == text)
    }

    @Test(arguments: [
        (#""\ud800""#, "\u{FFFD}"), (#""\udc00""#, "\u{FFFD}"), (#""a\ud83dz""#, "a\u{FFFD}z"),
        (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""\ud83d\n""#, "\u{FFFD}\n"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\\ude00""#, "\u{FFFD}\\ude00"), (#""\ud83dé""#, "\u{FFFD}é"),
    ])
    func `half a surrogate pair becomes U+FFFD`(_ json: String, _ text: String) throws {
        #expect(try JSONDocument(parsing: Array(json.utf8)).value.string == text)
    }

    @Test func `every unit of UTF-16 decodes to what it is`() throws {
        for unit in UInt16.min...UInt16.max {
            let digits = String(unit, radix: 16)
            let json = "\"\\u" + String(repeating: "0", count: 4 - digits.count) + digits + "\""
            let decoded = try JSONDocument(parsing: Array(json.utf8)).value.string
            #expect(decoded == String(Unicode.Scalar(unit) ?? "\u{FFFD}"))
        }
    }

    private func written(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        JSONString.write(text, to: &bytes)
        return bytes
    }
}
