import Testing

@testable import MonitorSources

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("plain é 🦀", "plain é 🦀"), ("a\tb\nc", "a\tb\nc"), ("a\r\nb\rc", "a\nb\nc"), ("", ""),
        ("\u{1B}[1;31mred\u{1B}[0m", "red"), ("\u{9B}2Kline", "line"), ("\u{1B}(Bx\u{1B}7y", "xy"),
        ("\u{1B}]0;title\u{7}text", "text"), ("\u{1B}]8;;https://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("a\u{0}b\u{7}c\u{7F}d\u{85}e", "abcde"), ("end\u{1B}", "end"), ("end\u{1B}[", "end"),
        ("end\u{1B}[31", "end"), ("\u{1B}]unfinished text", "unfinished text"), ("\u{1B}\u{1B}[0mx", "x"),
        ("\u{1B}[\u{1F980}", "🦀"), ("\u{A0}x", "\u{A0}x"),
    ])
    func `what a terminal would obey is taken out`(_ text: String, _ plain: String) {
        #expect(text.plainText == plain)
    }
}
