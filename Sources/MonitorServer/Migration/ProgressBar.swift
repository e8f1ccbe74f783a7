import Foundation
import Synchronization

/// Shows on standard error how far a migration is: a bar on a terminal, a line for each tenth elsewhere.
final class ProgressBar: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let shown = Mutex("")

    @Sendable func show(_ progress: MigrationProgress) {
        let text = isTerminal ? bar(progress) : "\(progress.step.rawValue): \(progress.percent / 10 * 10) %"
        shown.withLock { last in
            if text == last { return }
            last = text
            write(isTerminal ? "\r\(text)" : "\(text)\n")
        }
    }

    func finish() { if isTerminal { write("\n") } }

    private func bar(_ progress: MigrationProgress) -> String {
        let filled = progress.percent / 4
        let track = String(repeating: "#", count: filled) + String(repeating: ".", count: 25 - filled)
        let step = progress.step == .copying ? "copying  " : "comparing"
        return "\(step) [\(track)] \(progress.percent) %  \(progress.seq) of \(progress.head)"
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
