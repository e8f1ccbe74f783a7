/// The command line of `monitor-cli hook`, read without ArgumentParser, which alone costs more than all the rest.
///
/// It never fails: a hook that was set up wrongly must not disturb its agent, so what is unknown is ignored.
package struct HookArguments: Equatable, Sendable {
    package var source: String?
    package var server: String?
    package var token: String?
    package var task: String?
    package var workstream: String?
    /// The event's name, where the body does not say it (Copilot's).
    package var eventName: String?
    package var isQuiet = false
    /// What Codex's `notify` gives as the last argument instead of standard input.
    package var payload: String?

    package init() {}

    /// Reads the arguments after the program's name; `nil` when they are another command, or ask for help.
    package init?(_ arguments: [String]) {
        var rest = arguments[...]
        if let last = rest.last, last.utf8.first == UInt8(ascii: "{") {
            payload = last
            rest.removeLast()
        }
        var words: [String] = []
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" || argument == "-help" { return nil }
            if argument.utf8.first == UInt8(ascii: "-") {
                readOption(argument, from: &rest)
            } else {
                words.append(argument)
                if words[0] != "hook" { return nil }
            }
        }
        guard !words.isEmpty else { return nil }
        source = words.count > 1 ? words[1] : nil
    }

    /// `--name value` or `--name=value`.
    private mutating func readOption(_ argument: String, from rest: inout ArraySlice<String>) {
        let equals = argument.firstIndex(of: "=")
        let name = equals.map { String(argument[..<$0]) } ?? argument
        if name == "--quiet" || name == "--silent" { isQuiet = true }
        guard let place = HookArguments.place(of: name) else { return }
        let value = equals.map { String(argument[argument.index(after: $0)...]) } ?? rest.popFirst()
        if let value, !value.isEmpty { self[keyPath: place] = value }
    }

    private static func place(of name: String) -> WritableKeyPath<HookArguments, String?>? {
        switch name {
        case "--server": \.server
        case "--token": \.token
        case "--task": \.task
        case "--workstream": \.workstream
        case "--event": \.eventName
        default: nil
        }
    }
}
