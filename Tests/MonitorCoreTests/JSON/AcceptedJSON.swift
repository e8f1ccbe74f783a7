import Testing

/// A text that is JSON, and its minified form.
struct AcceptedJSON: Sendable, CustomTestStringConvertible {
    let text: String
    let minified: String

    init(_ text: String, _ minified: String? = nil) {
        self.text = text
        self.minified = minified ?? text
    }

    var testDescription: String { "\(text.prefix(60).debugDescription), \(text.utf8.count) bytes" }

    static let all = structure + numbers + strings + escapes

    static let structure: [AcceptedJSON] = [
        .init("{}"), .init("[]"), .init("null"), .init("true"), .init("false"), .init("0"), .init("\"\""),
        .init(" \t\r\n{ } \n", "{}"), .init("[ ]", "[]"), .init("[\n]", "[]"), .init("{\t}", "{}"),
        .init("[1]"), .init("[1,2,3]"), .init("[ 1 , 2 , 3 ]", "[1,2,3]"), .init("[[],{}]"), .init("[[[[]]]]"),
        .init("[ [ ] , { } ]", "[[],{}]"), .init("[null,true,false]"), .init("[{},{}]"), .init("[[1],[2]]"),
        .init(#"{"a":1}"#), .init(#"{ "a" : 1 }"#, #"{"a":1}"#), .init(#"{"a":1,"b":2}"#),
        .init("{\r\n  \"a\": [\r\n    1,\r\n    {\"b\": null}\r\n  ]\r\n}\r\n", #"{"a":[1,{"b":null}]}"#),
        .init(#"{"a":1,"a":2}"#), .init(#"{"":1}"#), .init(#"{"":{"":{"":[]}}}"#), .init(#"{"a":{}}"#),
        .init(#"{"a":[]}"#), .init(#"{"a":{"b":{"c":{}}},"d":[{"e":[]}]}"#), .init(#"{"b":1,"a":2}"#),
        .init("[\"a\" ,\t\"b\"\n]", #"["a","b"]"#), .init("  \"x\"  ", "\"x\""), .init("\n1\n", "1"),
        .init("\ttrue\t", "true"), .init(#"[{"a":[{"a":[{}]}]}]"#), .init(#"{"a":true,"b":false,"c":null}"#),
        .init("[ [ 1 , [ 2 , [ 3 ] ] ] , 4 ]", "[[1,[2,[3]]],4]"),
        .init(#"[{"x" :1} , {"y": 2}]"#, #"[{"x":1},{"y":2}]"#),
    ]

    static let numbers: [AcceptedJSON] =
        [
            "0", "-0", "1", "-1", "10", "123456789", "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "18446744073709551615", "18446744073709551616", "1.0", "1.00", "-1.0", "0.1", "0.0",
            "-0.0", "1.5", "3.141592653589793238462643383279", "1e0", "1E0", "1e5", "1E5", "1e+5", "1e-5", "1E+05",
            "1e00", "0e0", "0E-0", "-0e1", "0.1e1", "1.0e+10", "1e308", "1e400", "-1e400", "1e-400", "1e999999999999",
            "100000000000000000000000000000000000000000000000000", "0.00000000000000000000000000000000000000000000001",
            "123456789012345678901234567890.123456789012345678901234567890e-10",
        ].map { .init($0) } + [.init("[-1 ,2.0]", "[-1,2.0]"), .init(#"{"n": 1.0}"#, #"{"n":1.0}"#)]

    static let strings: [AcceptedJSON] = [
        "", "a", " ", "  two  spaces  ", "é", "ß", "日本語", "😀", "👩‍👩‍👧", "e\u{301}", "\u{7F}", "\u{80}", "\u{85}",
        "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        "\u{2028}", "\u{2029}", "{", "}", "[", "]", ":", ",", "{}", "[1,2]", "null", "// no comment", "/* x */", "'",
        "<script>", "&amp;", "\u{200B}", "\u{202E}",
        String(repeating: "a", count: 7), String(repeating: "é", count: 1000), String(repeating: "x", count: 100_000),
    ].map { .init("\"\($0)\"") }

    static let escapes: [AcceptedJSON] = [
        #""\"""#, #""\\""#, #""\/""#, #""\b""#, #""\f""#, #""\n""#, #""\r""#, #""\t""#, #""\"\\\/\b\f\n\r\t""#,
        #""\u0000""#, #""\u0001""#, #""\u001f""#, #""\u0022""#, #""\u005C""#, #""\u0041""#, #""\u00e9""#,
        #""\u00E9""#, #""\uABCD""#, #""\uabcd""#, #""\uffff""#, #""\u2028""#, #""\ud83d\ude00""#, #""\uD83D\uDE00""#,
        #""\ud800""#, #""\udc00""#, #""\udc00\ud800""#, #""\ud800\ud800""#, #""\ud800x""#, #""\ud800\n""#,
        #""\ud800\u0041""#, #""a\u0062c""#, #""\\u0041""#, #""\\\\""#, #""\\\"""#, #""\u00410""#,
        #"{"\u006e":1}"#, #"{"na\u006de":1}"#, #"{"\u0000":0}"#, #"{"\"":"\""}"#, #"{"a\nb":1}"#, #"["\r\n"]"#,
    ].map { .init($0) }
}
