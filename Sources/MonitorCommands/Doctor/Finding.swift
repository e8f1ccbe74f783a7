import MonitorCore

/// What `doctor` found of one thing, and how to mend it.
package struct Finding: Equatable, Sendable {
    package enum Verdict: String, Sendable {
        case ok, warning, fault
    }

    package let subject: String
    package let verdict: Verdict
    package let detail: String
    /// What to do, where there is something to do.
    package let fix: String?

    package init(_ subject: String, _ verdict: Verdict, _ detail: String, fix: String? = nil) {
        self.subject = subject
        self.verdict = verdict
        self.detail = detail
        self.fix = fix
    }

    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("subject", subject)
        writer.member("verdict", verdict.rawValue)
        writer.member("detail", detail)
        writer.member("fix", fix)
        return writer.finish()
    }

    /// For a person: the verdict in a word, what was found, and the fix on a line of its own.
    package var text: String {
        let mark = "\(verdict.rawValue):".padded(to: 9)
        let line = "\(mark)\(subject): \(detail)"
        return fix.map { "\(line)\n\(String(repeating: " ", count: 9))\($0)" } ?? line
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
