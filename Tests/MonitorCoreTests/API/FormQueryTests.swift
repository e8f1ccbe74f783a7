import MonitorCore
import Testing

@Suite struct FormQueryTests {
    @Test(arguments: [
        ("", []), ("a=1", ["a=1"]), ("a=1&b=2", ["a=1", "b=2"]), ("a", ["a="]), ("a=", ["a="]), ("=", ["="]),
        ("=1", ["=1"]),
        ("&", []), ("&&a=1&&", ["a=1"]), ("a=1&a=2&a=1", ["a=1", "a=2", "a=1"]), ("a=b=c", ["a=b=c"]), ("a==", ["a=="]),
        ("a+b=c+d", ["a b=c d"]), ("a%3Db=%26", ["a=b=&"]), ("q=%22x%22", ["q=\"x\""]), ("a=%2B", ["a=+"]),
        ("a=%c3%A9", ["a=é"]), ("a=é", ["a=é"]), ("a=%F0%9F%98%80", ["a=😀"]), ("a=%00", ["a=\u{0}"]),
        ("a=1;b=2", ["a=1;b=2"]),
        ("%61=%31", ["a=1"]), ("a=/?#", ["a=/?#"]),
    ])
    func `a query is split and decoded`(_ query: String, _ items: [String]) {
        #expect(FormQuery(query).items.map { "\($0.name)=\($0.value)" } == items)
    }

    @Test(arguments: [
        ("%", "%"), ("%4", "%4"), ("%4g", "%4g"), ("%g4", "%g4"), ("%4G", "%4G"), ("%@1", "%@1"), ("%:1", "%:1"),
        ("%/1", "%/1"), ("%%41", "%A"), ("100%", "100%"), ("%+1", "% 1"),
        ("%-0", "%-0"),
        ("%-1", "%-1"), ("%1+", "%1 "), ("% 1", "% 1"), ("%u0041", "%u0041"), ("%4%41", "%4A"), ("%é", "%é"),
    ])
    func `a percent sign without two hex digits stands for itself`(_ text: String, _ decoded: String) {
        #expect(FormQuery.decode(text.utf8) == decoded)
    }

    @Test(arguments: ["%ff", "%80", "%c3", "%ed%a0%80", "%c0%80", "%f4%90%80%80"])
    func `bytes that are no UTF-8 become U+FFFD`(_ text: String) {
        let decoded = FormQuery.decode(text.utf8)
        #expect(!decoded.isEmpty)
        #expect(decoded.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
    }

    @Test func `every byte comes back from its escape`() {
        let digits = Array("0123456789abcdefABCDEF")
        for byte in UInt8.min..<0x80 {
            let (high, low) = (digits[Int(byte >> 4)], digits[Int(byte & 0xF)])
            #expect(FormQuery.decode("%\(high)\(low)".utf8) == String(Unicode.Scalar(byte)))
            #expect(FormQuery.decode("%\(high)\(low)".uppercased().utf8) == String(Unicode.Scalar(byte)))
        }
    }
}
