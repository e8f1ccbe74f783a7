import MonitorCore

/// Tells Monitor's own handlers from everybody else's.
enum HookOwnership {
    /// Programs that count as ours; a versioned name such as `monitor-cli-1.2` does too.
    static let program = "monitor-cli"

    static func isOurs(_ handler: JSONValue, source: String) -> Bool {
        if let url = handler["url"]?.string { return isOurs(url: url, source) }
        if let command = handler["command"]?.string, let arguments = handler["args"]?.array {
            return isOurs([command] + arguments.compactMap(\.string), source)
        }
        return ["command", "bash"].contains { key in
            handler[key]?.string.map { isOurs(ShellWords.split($0), source) } ?? false
        }
    }

    /// The program that one of our handlers starts.
    static func binary(_ handler: JSONValue) -> String? {
        if handler["args"] != nil { return handler["command"]?.string }
        let line = handler["command"]?.string ?? handler["bash"]?.string
        return line.flatMap { program(in: ShellWords.split($0)[...]).first }
    }

    static func isProgram(_ path: String) -> Bool {
        path.split(separator: "/").last?.hasPrefix(program) ?? false
    }

    private static func isOurs(_ words: [String], _ source: String) -> Bool {
        let words = program(in: words[...])
        guard let first = words.first, isProgram(first) else { return false }
        return zip(words, words.dropFirst()).contains { $0 == "hook" && $1 == source }
    }

    /// Without the variables that a shell line may set in front.
    private static func program(in words: ArraySlice<String>) -> ArraySlice<String> {
        words.drop { word in word.firstIndex(of: "=").map { !word[..<$0].contains("/") } ?? false }
    }

    private static func isOurs(url: String, _ source: String) -> Bool {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        return path.hasSuffix("/api/sources/\(source)")
    }
}
