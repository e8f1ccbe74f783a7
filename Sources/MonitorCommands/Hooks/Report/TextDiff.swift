/// Line by line differences of two texts, laid out like those of `diff -u`.
package enum TextDiff {
    /// Lines shown round a difference.
    private static let context = 3

    private struct Line {
        let mark: Character
        let text: Substring
    }

    /// Empty where both are the same.
    package static func unified(from old: String, to new: String) -> String {
        let lines = merged(split(old), split(new))
        let changed = lines.indices.filter { lines[$0].mark != " " }
        var (result, shownTo, oldLine, newLine) = ("", 0, 1, 1)
        for index in changed where index >= shownTo {
            let start = max(shownTo, index - context)
            advance(&oldLine, &newLine, over: lines[shownTo..<start])
            let end = endOfHunk(from: index, lines)
            result += hunk(lines[start..<end], oldLine, newLine)
            advance(&oldLine, &newLine, over: lines[start..<end])
            shownTo = end
        }
        return result
    }

    private static func split(_ text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func merged(_ old: [Substring], _ new: [Substring]) -> [Line] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(offset))
        let inserted = Set(difference.insertions.map(offset))
        var (lines, next): ([Line], Int) = ([], 0)
        for (index, text) in old.enumerated() {
            if removed.contains(index) {
                lines.append(Line(mark: "-", text: text))
                continue
            }
            takeInserted(&next, new, inserted, &lines)
            lines.append(Line(mark: " ", text: text))
            next += 1
        }
        takeInserted(&next, new, inserted, &lines)
        return lines
    }

    private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    private static func takeInserted(_ next: inout Int, _ new: [Substring], _ inserted: Set<Int>, _ lines: inout [Line])
    {
        while inserted.contains(next) {
            lines.append(Line(mark: "+", text: new[next]))
            next += 1
        }
    }

    /// Behind the last change that lies so near that its context touches.
    private static func endOfHunk(from index: Int, _ lines: [Line]) -> Int {
        var (end, position) = (index + 1, index + 1)
        while position < lines.count, position - end < 2 * context {
            if lines[position].mark != " " { end = position + 1 }
            position += 1
        }
        return min(lines.count, end + context)
    }

    private static func hunk(_ lines: ArraySlice<Line>, _ oldLine: Int, _ newLine: Int) -> String {
        let oldCount = lines.count { $0.mark != "+" }
        let newCount = lines.count { $0.mark != "-" }
        let head =
            "@@ -\(oldCount == 0 ? oldLine - 1 : oldLine),\(oldCount) +\(newCount == 0 ? newLine - 1 : newLine),\(newCount) @@\n"
        return head + lines.map { "\($0.mark)\($0.text)\n" }.joined()
    }

    private static func advance(_ oldLine: inout Int, _ newLine: inout Int, over lines: ArraySlice<Line>) {
        oldLine += lines.count { $0.mark != "+" }
        newLine += lines.count { $0.mark != "-" }
    }
}
