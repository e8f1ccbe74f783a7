/// The command line of `monitor-cli hook`, read by hand: ArgumentParser costs more than all the rest of a hook.
package struct HookArguments: Equatable, Sendable {
    /// The source's name, as in `/api/sources/:source`.
    package var source: String?
    package var server: String?
    package var token: String?
    package var task: String?
    package var workstream: String?
    /// The event's name, where the body does not say it.
    package var event: String?
    /// The body, where the agent hands it over as the last argument (Codex's `notify`).
    package var body: String?

    /// Reads what follows `hook`; what is unknown is passed over, as a hook has nobody to complain to.
    package init(_ arguments: some Collection<String>) {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            let (name, attached) = HookArguments.split(word)
            switch name {
            case "--server": server = attached ?? rest.popFirst()
            case "--token": token = attached ?? rest.popFirst()
            case "--task": task = attached ?? rest.popFirst()
            case "--event": event = attached ?? rest.popFirst()
            case "--workstream": workstream = attached ?? rest.popFirst()
            case _ where word.hasPrefix("{"): body = word
            case _ where !word.hasPrefix("-") && source == nil: source = word
            default: break
            }
        }
    }

    /// `--name=value` as its two parts.
    private static func split(_ word: String) -> (name: String, value: String?) {
        guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }
}
