/// Command lines as a POSIX shell reads them, as far as hooks need.
package enum ShellWords {
    private static let plain = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._+-@%:=".unicodeScalars)

    /// One word that the shell takes as it is.
    package static func quoted(_ word: String) -> String {
        if !word.isEmpty && word.unicodeScalars.allSatisfy(plain.contains) { return word }
        let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
        return "'" + pieces.joined(separator: #"'\''"#) + "'"
    }

    /// The words of a line, quotes and backslashes taken off; nothing is expanded, and operators are words.
    package static func split(_ line: String) -> [String] {
        var words: [String] = []
        var rest = line[...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            if rest.isEmpty { return words }
            words.append(takeWord(&rest))
        }
    }

    private static func takeWord(_ rest: inout Substring) -> String {
        var word = ""
        while let character = rest.first, !character.isWhitespace {
            rest.removeFirst()
            switch character {
            case "'", "\"": word += takeQuoted(&rest, until: character)
            case "\\": if let next = rest.popFirst() { word.append(next) }
            default: word.append(character)
            }
        }
        return word
    }

    private static func takeQuoted(_ rest: inout Substring, until quote: Character) -> String {
        var text = ""
        while let character = rest.popFirst(), character != quote {
            if character == "\\", quote == "\"", let next = rest.popFirst() {
                text.append(next)
            } else {
                text.append(character)
            }
        }
        return text
    }
}
