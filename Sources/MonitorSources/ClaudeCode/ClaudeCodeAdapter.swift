package import MonitorCore

package struct ClaudeCodeAdapter: SourceAdapter {
    package let name = "claude-code"
    package init() {}
    package func normalize(_ delivery: Delivery) throws -> UpdateContent { UpdateContent(source: "claude:unknown", message: "x") }
}
