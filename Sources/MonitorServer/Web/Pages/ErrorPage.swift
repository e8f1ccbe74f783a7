package import MonitorWeb
import Mustache

/// What a browser sees instead of a page that cannot be shown.
package struct ErrorPage: Sendable {
    let templates: TemplateLibrary

    package init(templates: TemplateLibrary) { self.templates = templates }

    /// `message` is for the reader and may hold what the request said; it is escaped.
    package func render(status: Int, message: String) -> String {
        let other = status < 500 ? "This request cannot be answered" : "Monitor failed"
        let heading = ErrorPage.headings[status] ?? other
        return templates.render(
            ErrorPageView(shell: ShellView(title: heading), heading: heading, message: message), with: .error)
    }

    private static let headings = [
        400: "This address is not right", 401: "Sign in first", 403: "This is not allowed", 404: "Not found",
        503: "Monitor is busy",
    ]
}

/// What the error page's template shows.
struct ErrorPageView: MustacheParent {
    let shell: ShellView
    let heading: String
    let message: String

    func child(named name: String) -> Any? {
        switch name {
        case "shell": shell
        case "heading": heading
        case "message": message.capitalizedFirst
        default: nil
        }
    }
}
