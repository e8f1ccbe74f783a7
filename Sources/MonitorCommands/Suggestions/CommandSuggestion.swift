import ArgumentParser

/// What to tell someone who typed a command that does not exist; ArgumentParser only says that it is unexpected.
enum CommandSuggestion {
    /// `nil` where all words of the command exist.
    static func message(for arguments: [String], root: any ParsableCommand.Type = MonitorCLI.self) -> String? {
        var command = root
        var path = [root.configuration.commandName ?? ""]
        for word in words(arguments) {
            let known = command.configuration.subcommands
            if known.isEmpty { return nil }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                return word == "help" ? nil : message(path, word, known.compactMap { $0.configuration.commandName })
            }
            command = next
            path.append(word)
        }
        return nil
    }

    private static func message(_ path: [String], _ word: String, _ known: [String]) -> String {
        let command = path.joined(separator: " ")
        let problem = "'\(command)' has no command '\(word)'"
        if let near = known.first(where: { $0.hasPrefix(word) || Spelling.isNear($0, word) }) {
            return "\(problem); did you mean `\(command) \(near)`?"
        }
        return "\(problem); it has \(known.joined(separator: ", "))"
    }

    /// The arguments without the global options that may stand before and between a command's words.
    private static func words(_ arguments: [String]) -> [String] {
        var words: [String] = []
        var isValue = false
        for argument in arguments {
            if !isValue && !argument.hasPrefix("-") { words.append(argument) }
            isValue = argument == "--server" || argument == "--token"
        }
        return words
    }
}
