import MonitorCore
import MonitorSources
import Testing

/// One after the other: they compute for seconds, and side by side would hold every thread that others wait for.
@Suite(.serialized) struct RedactorTests {
    @Test func `the tables are as long as the promise`() {
        #expect(SecretSample.all.count >= 40)
        #expect(LookAlikes.all.count >= 40)
    }

    @Test(arguments: SecretSample.all)
    func `a secret is hidden and what stands beside it stays`(_ sample: SecretSample) {
        #expect(Redactor.standard.redact(sample.text) == sample.redacted)
    }

    @Test(arguments: SecretSample.all)
    func `a secret is hidden in a sentence, a shell line, a diff and colours`(_ sample: SecretSample) {
        let surroundings = [
            ("I found this: ", " and went on."), ("$ run --fast ", " && echo done\n"), ("@@ -1,2 +1,2 @@\n-", "\n+x\n"),
            ("\u{1B}[31m", "\u{1B}[0m"), ("é😀 ", " é😀"), (#"{"text":"a\n"#, #"\nb"}"#), ("(", ")"),
        ]
        for (before, after) in surroundings {
            #expect(Redactor.standard.redact(before + sample.text + after) == before + sample.redacted + after)
        }
    }

    @Test(arguments: LookAlikes.all)
    func `what only looks like a secret stays`(_ text: String) {
        #expect(Redactor.standard.redact(text) == text)
        #expect(Redactor.standard.redact("before \(text) after\n") == "before \(text) after\n")
    }

    @Test(arguments: SecretSample.all)
    func `what is hidden once stays as it is`(_ sample: SecretSample) {
        #expect(Redactor.standard.redact(sample.redacted) == sample.redacted)
    }

    @Test(arguments: HostileShapes.all)
    func `a text of repeated beginnings is read to its end`(_ shape: String) {
        let redacted = Redactor.standard.redact(String(repeating: shape, count: 20_000 / shape.utf8.count))
        #expect(Redactor.standard.redact(redacted) == redacted)
    }

    @Test func `several secrets in one text are all hidden`() {
        let text = SecretSample.shapes.map(\.text).joined(separator: "\n")
        #expect(Redactor.standard.redact(text) == SecretSample.shapes.map(\.redacted).joined(separator: "\n"))
    }

    @Test func `an empty text and the bytes of every length end where they should`() {
        for sample in SecretSample.all {
            for length in 0...min(80, sample.text.utf8.count) {
                let text = String(decoding: sample.text.utf8.prefix(length), as: UTF8.self)
                let redacted = Redactor.standard.redact(text)
                #expect(Redactor.standard.redact(redacted) == redacted)
            }
        }
    }
}
