import MonitorCommands
import MonitorCore
import Testing

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain text, ü€😀 and a\ttab\nand a line", "plain text, ü€😀 and a\ttab\nand a line"),
        ("\u{1B}[31mred\u{1B}]52;c;aGk=\u{7}", "\\u{1b}[31mred\\u{1b}]52;c;aGk=\\u{7}"),
        ("\u{9B}31m\u{90}\u{7F}\u{0}", "\\u{9b}31m\\u{90}\\u{7f}\\u{0}"),
        ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", "a\\u{202e}b\\u{2066}c\\u{200f}d\\u{61c}"),
        ("over\rwrite", "over\\u{d}write"), ("dos\r\nline", "dos\nline"), ("\r\r\n", "\\u{d}\n"),
    ])
    func `what a terminal would obey is written out`(text: String, expected: String) {
        #expect(TerminalText.escaped(text) == expected)
    }

    @Test func `no control character but newline and tab is left, and nothing that turns text around`() {
        let all = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
        let left = TerminalText.escaped(all).unicodeScalars.filter { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
        }
        #expect(Set(left) == ["\t", "\n"])
    }

    @Test func `JSON keeps its meaning and shows no control character`() throws {
        let text = "a\u{9B}31m\u{7F}\u{202E}ü\\u001b"
        let json = Array("{\"x\u{85}\":\"\(text)\"}".utf8)
        let escaped = TerminalText.escaped(json: json)
        #expect(String(decoding: escaped, as: UTF8.self) == #"{"x\u0085":"a\u009b31m\u007f\u202eü\u001b"}"#)
        let (before, after) = (try JSONDocument(parsing: json).value, try JSONDocument(parsing: escaped).value)
        #expect(before["x\u{85}"]?.string == after["x\u{85}"]?.string)
    }

    @Test func `JSON without anything to escape stays the same bytes`() {
        let json = Array(#"{"a":[1.0,"ü\n\u0000"]}"#.utf8)
        #expect(TerminalText.escaped(json: json) == json)
    }
}
