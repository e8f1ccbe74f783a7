import MonitorCore
import MonitorSources

/// Calls of tools by one agent, one after the other with nothing between; a thread folds them.
struct ToolRun {
    /// Oldest first.
    private(set) var uses: [ToolUse]
    private let agent: String
    private var updateCount = 1

    /// More than a reader looks through; the calls beyond begin another fold, so that each stays small.
    static let updateLimit = 200

    /// `nil` where the update is not the call of a tool that went well.
    init?(_ update: Update, _ tool: ToolRecord?) {
        guard ToolRun.isFoldable(update) else { return nil }
        uses = [ToolUse(update, tool)]
        agent = ToolRun.agent(update, tool)
    }

    static func isFoldable(_ update: Update) -> Bool {
        update.content.kind == "tool_use" && update.content.level != .error
    }

    var first: Seq { uses[0].first.seq }
    var newest: Update { uses.lazy.map(\.last).max { $0.seq < $1.seq } ?? uses[0].last }

    /// Takes an update that continues the run.
    mutating func join(_ update: Update, _ tool: ToolRecord?) -> Bool {
        guard ToolRun.isFoldable(update), updateCount < ToolRun.updateLimit,
            ToolRun.agent(update, tool) == agent
        else { return false }
        updateCount += 1
        for index in uses.indices.reversed() where uses[index].join(update, tool) { return true }
        uses.append(ToolUse(update, tool))
        return true
    }

    /// Plans are told by themselves, as they say how far the work is.
    private static func agent(_ update: Update, _ tool: ToolRecord?) -> String {
        "\(update.content.source) \(tool?.subagent?.id ?? "") \(tool?.kind == .plan ? "plan" : "")"
    }
}
