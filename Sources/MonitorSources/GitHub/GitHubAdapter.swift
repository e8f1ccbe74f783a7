package import MonitorCore

package struct GitHubAdapter: SourceAdapter {
    package let name = "github"
    package init() {}
    package func normalize(_ delivery: Delivery) throws -> UpdateContent { UpdateContent(source: "github:unknown", message: "x") }
}
