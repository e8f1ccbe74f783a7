import MonitorCore
import Mustache

/// Who writes: letters in a tile, round for people.
struct AgentView: MustacheParent {
    let source: String
    let mark: String
    let name: String
    let isPerson: Bool
    /// Lists show the mark only; the name is for those who do not see it.
    var isCompact = false

    /// The sources whose names we know, by what stands before the colon.
    private static let known: [Substring: (mark: String, name: String)] = [
        "claude": ("CC", "Claude Code"), "claude-code": ("CC", "Claude Code"), "codex": ("Cx", "Codex"),
        "gemini": ("Ge", "Gemini"), "gemini-cli": ("Ge", "Gemini"),
        "cursor": ("Cu", "Cursor"), "opencode": ("OC", "OpenCode"), "copilot": ("Co", "Copilot"),
        "github": ("GH", "GitHub"), "gitlab": ("GL", "GitLab"),
    ]

    init(_ content: UpdateContent, isCompact: Bool = false) {
        let kind = content.source.prefix { $0 != ":" }
        source = content.source
        self.isCompact = isCompact
        isPerson = kind == "manual"
        if isPerson {
            name = content.author ?? "Person"
            mark = name.prefix(1).uppercased()
        } else {
            let known = AgentView.known[kind]
            name = known?.name ?? String(content.source.prefix(40))
            mark = known?.mark ?? kind.prefix(2).capitalizedFirst
        }
    }

    /// By the name that a task keeps of its agent, such as `claude-code`, or by what stands before a source's colon.
    init(agent: String, isCompact: Bool = false) {
        self.init(UpdateContent(source: agent, message: ""), isCompact: isCompact)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "source": source
        case "mark": mark
        case "name": self.name
        case "isPerson": isPerson
        case "nameClass": isCompact ? "sr" : "agent-name"
        default: nil
        }
    }
}

extension StringProtocol {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
