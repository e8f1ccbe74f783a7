import MonitorCore
import Testing

/// Bytes that are no JSON, and what is wrong with them.
struct RefusedJSON: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let problem: JSONSyntaxError.Problem

    init(_ text: String, _ problem: JSONSyntaxError.Problem = .unexpectedByte) {
        self.init(Array(text.utf8), problem)
    }

    init(_ bytes: [UInt8], _ problem: JSONSyntaxError.Problem) {
        self.bytes = bytes
        self.problem = problem
    }

    /// A string with these bytes between its quotes.
    static func string(_ bytes: [UInt8], _ problem: JSONSyntaxError.Problem) -> RefusedJSON {
        RefusedJSON([0x22] + bytes + [0x22], problem)
    }

    var testDescription: String {
        "\(String(decoding: bytes.prefix(60), as: UTF8.self).debugDescription) \(bytes.prefix(12))"
    }

    static let all = structure + numbers + strings + malformedUTF8

    static let structure: [RefusedJSON] = [
        .init("", .empty), .init(" ", .empty), .init("\r\n\t ", .empty),
        .init("{", .truncated), .init("[", .truncated), .init("[1", .truncated), .init("[1,", .truncated),
        .init("{\"a\"", .truncated), .init("{\"a\":", .truncated), .init("{\"a\":1", .truncated),
        .init("{\"a\":1,", .truncated), .init("[[]", .truncated), .init("[{}", .truncated),
        .init("}"), .init("]"), .init(","), .init(":"), .init("[}"), .init("{]"), .init("[1}"), .init("{\"a\":1]"),
        .init("[,]"), .init("[1,]"), .init("[,1]"), .init("[1,,2]"), .init("[1 2]"), .init("[1:2]"), .init("[\"a\":1]"),
        .init("{,}"), .init("{\"a\":1,}"), .init("{,\"a\":1}"), .init("{\"a\"}"), .init("{\"a\",1}"),
        .init("{\"a\" 1}"), .init("{\"a\"::1}"), .init("{\"a\":}"), .init("{:1}"), .init("{1:1}"), .init("{a:1}"),
        .init("{'a':1}"), .init("{null:1}"), .init("{[]:1}"), .init("{\"a\":1 \"b\":2}"), .init("{\"a\":1,,\"b\":2}"),
        .init("{} {}", .trailingBytes), .init("[]]", .trailingBytes), .init("{}}", .trailingBytes),
        .init("1 2", .trailingBytes), .init("null,", .trailingBytes), .init("\"a\"\"b\"", .trailingBytes),
        .init("true false", .trailingBytes), .init("[] x", .trailingBytes), .init("{}\u{0}", .trailingBytes),
        .init("\u{0}"), .init("\u{0}{}"), .init("[\u{0}]"), .init("[1\u{0}]"), .init("{\u{0}}"),
        .init("// c\n1"), .init("/* c */ 1"), .init("[1] // c", .trailingBytes), .init("[1/* c */]"), .init("# 1"),
        .init("\u{FEFF}{}"), .init("\u{FEFF}"), .init("{}\u{FEFF}", .trailingBytes), .init("\u{A0}1"),
        .init("[\u{0B}]"),
        .init("[\u{0C}]"), .init("\u{2028}[]"), .init("'a'"), .init("`a`"), .init("undefined"), .init("NaN"),
        .init("Infinity"), .init("nul", .truncated), .init("nulll", .trailingBytes), .init("Null"), .init("TRUE"),
        .init("True"), .init("tru", .truncated), .init("trux"), .init("fals", .truncated), .init("falsy"),
        .init("nil"), .init("yes"), .init("[tru]"), .init("@"), .init("$"), .init("\\u0041"), .init("\\"),
        .init("{\"a\":undefined}"), .init("(1)"), .init("<a/>"), .init("é"),
    ]

    static let numbers: [RefusedJSON] = [
        .init("+1"), .init("+"), .init(".5"), .init("."), .init("-", .truncated), .init("--1", .badNumber),
        .init("-a", .badNumber), .init("-.5", .badNumber), .init("- 1", .badNumber), .init("-Infinity", .badNumber),
        .init("01", .trailingBytes), .init("00", .trailingBytes), .init("-01", .trailingBytes),
        .init("007", .trailingBytes), .init("[01]"), .init("[-00]"), .init("1.", .truncated), .init("0.", .truncated),
        .init("[1.]", .badNumber), .init("1.e1", .badNumber), .init("1..2", .badNumber), .init("1.2.3", .trailingBytes),
        .init("1e", .truncated), .init("1E", .truncated), .init("1e+", .truncated), .init("1e-", .truncated),
        .init("[1e]", .badNumber), .init("1ee1", .badNumber), .init("1e1.5", .trailingBytes),
        .init("1e+-1", .badNumber),
        .init("1e ", .badNumber), .init("0x10", .trailingBytes), .init("1_000", .trailingBytes),
        .init("1,000", .trailingBytes), .init("1f", .trailingBytes), .init("1a", .trailingBytes), .init("[1-2]"),
        .init("١"), .init("１"), .init("-١", .badNumber), .init("0e", .truncated), .init("0-1", .trailingBytes),
    ]

    static let strings: [RefusedJSON] = [
        .init("\"", .truncated), .init("\"a", .truncated), .init("\"\\", .truncated), .init("\"\\\"", .truncated),
        .init("\"\\u", .truncated), .init("\"\\u0", .truncated), .init("\"\\u004", .truncated),
        .init("\"\\u0041", .truncated), .init("\"\\ud83d\\", .truncated), .init("{\"a", .truncated),
        .init(#""\a""#, .badEscape), .init(#""\v""#, .badEscape), .init(#""\0""#, .badEscape),
        .init(#""\x41""#, .badEscape), .init(#""\'""#, .badEscape), .init(#""\U0041""#, .badEscape),
        .init(#""\N""#, .badEscape), .init(#""\ ""#, .badEscape), .init("\"\\\n\"", .badEscape),
        .init("\"\\\u{0}\"", .badEscape), .init("\"\\é\"", .badEscape),
        .init(#""\u""#, .badEscape), .init(#""\u4""#, .badEscape), .init(#""\u004""#, .badEscape),
        .init(#""\u00g1""#, .badEscape), .init(#""\u00G1""#, .badEscape), .init(#""\u00@1""#, .badEscape),
        .init(#""\u{41}""#, .badEscape), .init(#""\u 041""#, .badEscape),
        .init(#""\u-041""#, .badEscape), .init(#""\u+041""#, .badEscape), .init(#""\u00４1""#, .badEscape),
        .init(#""\ud83d\u""#, .badEscape), .init(#"{"\x":1}"#, .badEscape),
        .init("\"\n\"", .controlCharacter), .init("\"\r\"", .controlCharacter), .init("\"\t\"", .controlCharacter),
        .init("\"\u{0}\"", .controlCharacter), .init("\"\u{1F}\"", .controlCharacter),
        .init("\"a\r\nb\"", .controlCharacter), .init("{\"a\nb\":1}", .controlCharacter),
        .init("[\"\u{1B}[31m\"]", .controlCharacter),
    ]

    static let malformedUTF8: [RefusedJSON] = [
        .string([0x80], .badUTF8), .string([0xBF], .badUTF8), .string([0xFF], .badUTF8), .string([0xFE], .badUTF8),
        .string([0xC0, 0x80], .badUTF8), .string([0xC0, 0xAF], .badUTF8), .string([0xC1, 0xBF], .badUTF8),
        .string([0xE0, 0x80, 0x80], .badUTF8), .string([0xE0, 0x9F, 0xBF], .badUTF8),
        .string([0xF0, 0x80, 0x80, 0x80], .badUTF8), .string([0xF0, 0x8F, 0xBF, 0xBF], .badUTF8),
        .string([0xED, 0xA0, 0x80], .badUTF8), .string([0xED, 0xBF, 0xBF], .badUTF8),
        .string([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], .badUTF8), .string([0xF4, 0x90, 0x80, 0x80], .badUTF8),
        .string([0xF5, 0x80, 0x80, 0x80], .badUTF8), .string([0xF8, 0x88, 0x80, 0x80, 0x80], .badUTF8),
        .string([0xC3, 0x28], .badUTF8), .string([0xE2, 0x28, 0xA1], .badUTF8), .string([0xE2, 0x82, 0x28], .badUTF8),
        .string([0xF0, 0x28, 0x8C, 0xBC], .badUTF8), .string([0xF0, 0x9F, 0x28, 0x80], .badUTF8),
        .string([0xF0, 0x9F, 0x98, 0x28], .badUTF8), .string([0xC3, 0x61, 0x61], .badUTF8),
        .string([0x61, 0xE9, 0x61], .badUTF8), .string([0xC3, 0xA9, 0xA9], .badUTF8),
        .string([0xC3], .badUTF8), .string([0xE2, 0x82], .badUTF8), .string([0xF0, 0x9F, 0x98], .badUTF8),
        .init([0x22, 0xF0, 0x9F, 0x98], .truncated), .init([0x22, 0xC3], .truncated),
        .init([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], .unexpectedByte), .init([0x00, 0x7B, 0x00, 0x7D], .unexpectedByte),
        .init([0x7B, 0x00, 0x7D, 0x00], .unexpectedByte), .init([0x80], .unexpectedByte),
        .init([0x5B, 0xC3, 0xA9, 0x5D], .unexpectedByte), .init([0x7B, 0x22, 0x80, 0x22, 0x3A, 0x31, 0x7D], .badUTF8),
    ]
}
