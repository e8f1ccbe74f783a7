/// An event by Cursor's name, whichever spelling it comes in.
struct CursorEvent {
    /// `preToolUse`, also where a hook for Claude Code is told `PreToolUse`.
    let name: String

    init(_ name: String) {
        let camelCase = name.prefix(1).lowercased() + name.dropFirst()
        self.name = camelCase == "userPromptSubmit" ? "beforeSubmitPrompt" : camelCase
    }

    /// The same event among Claude Code's; `nil` for what only Cursor has.
    var hookEvent: HookEvent? {
        name == "beforeSubmitPrompt"
            ? .userPromptSubmit : HookEvent(rawValue: name.prefix(1).uppercased() + name.dropFirst())
    }
}
