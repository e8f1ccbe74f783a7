/// Texts that break what is careless with quoting, lines, encodings or lengths.
enum HostileText {
    static let all: [String] = [
        "", " ", "plain", "a\nb", "a\rb", "a\r\nb", "\n\n", "\r", "data: x\n\nevent: update\ndata: {}", "id: 99\n\n",
        "\u{2028}\u{2029}\u{85}", "\u{0}", "a\u{0}b", "\u{1}\u{1F}\u{7F}\u{9F}", "\t\u{8}\u{C}\u{B}", "\"", "\\",
        "\\\"",
        "\\u0041", "\\n", "\"}", "\"},\"seq\":1,{\"", "</script><script>alert(1)</script>", "<!--", "&lt;",
        "'; DROP TABLE--",
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{202E}gnp.exe", "\u{200B}", "\u{FEFF}bom", "\u{FFFD}",
        "\u{FFFF}",
        "é", "e\u{301}", "日本語", "😀", "👩‍👩‍👧", "\u{10FFFF}", "%00", "=cmd|' /C calc'!A0",
        String(repeating: "\u{301}", count: 50),
        String(repeating: "x\n", count: 5_000), String(repeating: "\"\\", count: 5_000),
        String(repeating: "é😀", count: 5_000),
    ]

    /// Every scalar of a plane's interesting parts, in one text each.
    static let scalars: [String] = [
        0x0000...0x00FF, 0x2000...0x206F, 0xD700...0xE0FF, 0xFE00...0x100FF, 0x10FF00...0x10FFFF,
    ].map {
        String(String.UnicodeScalarView($0.compactMap { Unicode.Scalar(UInt32($0)) }))
    }
}
