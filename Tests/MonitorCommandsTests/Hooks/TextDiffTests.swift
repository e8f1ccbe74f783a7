import MonitorCommands
import Testing

@Suite struct TextDiffTests {
    private func text(_ lines: [String]) -> String { lines.map { "\($0)\n" }.joined() }

    @Test func `equal texts have no difference`() { #expect(TextDiff.unified(from: "a\nb\n", to: "a\nb\n").isEmpty) }

    @Test func `a new file is all additions, a file that goes all removals`() {
        #expect(TextDiff.unified(from: "", to: "a\nb\n") == "@@ -0,0 +1,2 @@\n+a\n+b\n")
        #expect(TextDiff.unified(from: "a\nb\n", to: "") == "@@ -1,2 +0,0 @@\n-a\n-b\n")
    }

    @Test func `changes are shown with three lines round them, near ones together`() {
        let old = (1...20).map(String.init)
        var new = old
        new[4] = "five"
        new.insert("ten and a half", at: 10)
        let near = """
            @@ -2,12 +2,13 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
             9
             10
            +ten and a half
             11
             12
             13

            """
        #expect(TextDiff.unified(from: text(old), to: text(new)) == near)
        var far = old
        far[1] = "two"
        far[18] = "nineteen"
        let hunks = TextDiff.unified(from: text(old), to: text(far)).split(separator: "\n").filter { $0.hasPrefix("@") }
        #expect(hunks == ["@@ -1,5 +1,5 @@", "@@ -16,5 +16,5 @@"])
    }
}
