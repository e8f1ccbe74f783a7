import Testing

@testable import MonitorServer

@Suite struct ExcerptTests {
    @Test func `a text is cut after lines or bytes, and no character is divided`() {
        #expect(Excerpt("a\nb\nc", lines: 2).text == "a\nb" && Excerpt("a\nb\nc", lines: 2).isCut)
        #expect(!Excerpt("a\nb", lines: 2).isCut)
        for bytes in 0...12 {
            let excerpt = Excerpt("aé€😀z", bytes: bytes)
            #expect("aé€😀z".hasPrefix(excerpt.text) && excerpt.text.utf8.count <= bytes)
            #expect(excerpt.isCut == (bytes < 11))
        }
    }

    @Test(arguments: [
        (0, "0 ms"), (184, "184 ms"), (3_120, "3.1 s"), (42_000, "42 s"), (270_000, "4 min 30 s"), (3_600_000, "1 h"),
        (7_500_000, "2 h 5 min"),
    ])
    func `a duration is told in the two largest units`(milliseconds: Int, expected: String) {
        #expect(Duration.milliseconds(milliseconds).text == expected)
    }
}
