import MonitorCore

/// What a call changes in one file, line by line.
package struct FileEdit: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package enum Mark: Sendable { case hunk, context, inserted, deleted }

        package let mark: Mark
        package let text: String
    }

    package let path: String
    package private(set) var lines: [Line] = []
    package private(set) var insertions = 0
    package private(set) var deletions = 0

    /// Lines of one edit that are kept; they are counted beyond.
    private static let lineLimit = 2_000

    init(path: String) { self.path = path }

    mutating func add(_ mark: Line.Mark, _ text: some StringProtocol) {
        switch mark {
        case .inserted: insertions += 1
        case .deleted: deletions += 1
        case .hunk, .context: break
        }
        if lines.count < FileEdit.lineLimit { lines.append(Line(mark: mark, text: String(text).plainText)) }
    }

    /// Tells what was replaced: what both have at their beginning and end is left out but for some lines round it.
    mutating func addReplacement(of old: String, by new: String) {
        let (old, new) = (FileEdit.split(old), FileEdit.split(new))
        let head = zip(old, new).prefix { $0 == $1 }.count
        let most = min(old.count, new.count) - head
        let tail = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
        for line in old[..<head].suffix(FileEdit.context) { add(.context, line) }
        for line in old[head..<old.count - tail] { add(.deleted, line) }
        for line in new[head..<new.count - tail] { add(.inserted, line) }
        for line in old[(old.count - tail)...].prefix(FileEdit.context) { add(.context, line) }
    }

    /// Takes a line as a unified diff has it.
    mutating func add(unified line: some StringProtocol) {
        switch line.utf8.first {
        case UInt8(ascii: "+"): add(.inserted, line.dropFirst())
        case UInt8(ascii: "-"): add(.deleted, line.dropFirst())
        case UInt8(ascii: "@"): add(.hunk, line)
        case UInt8(ascii: " "): add(.context, line.dropFirst())
        default: add(.context, line)
        }
    }

    private static let context = 3

    /// The lines without the line break that ends a text.
    static func split(_ text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
