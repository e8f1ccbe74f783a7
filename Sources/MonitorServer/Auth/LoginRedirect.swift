import HTTPTypes
import MonitorCore

/// Where a browser goes that has to sign in first.
enum LoginRedirect {
    /// The login page with the way back; `nil` where an answer of 401 is right: for programs, and for what scripts fetch.
    static func location(for head: HTTPRequest, path: String) -> String? {
        let isFetched = head.headerFields[.secFetchMode].map { $0 != "navigate" } ?? false
        let isPage = !notPages.contains(path.split(separator: "/").first ?? "")
        guard isPage, !isFetched, head.headerFields[.authorization] == nil else { return nil }
        let isGet = head.method == .get || head.method == .head
        return location(returningTo: (isGet ? head.path : referringPath(head)).flatMap(LocalPath.init))
    }

    static func location(returningTo path: LocalPath?) -> String {
        path.map { "/login?\(FormQuery(items: [("return_to", $0.text)]).text)" } ?? "/login"
    }

    private static let notPages: Set<Substring> = ["api", "assets", "fragments", "metrics", "openapi.json"]

    /// The page whose form was posted: what it posted to is no page to return to.
    private static func referringPath(_ head: HTTPRequest) -> String? {
        guard let referer = head.headerFields[.referer], let start = referer.firstRange(of: "://")?.upperBound else {
            return nil
        }
        let rest = referer[start...]
        let host = rest.prefix { $0 != "/" }
        return host.lowercased() == head.authority?.lowercased() ? String(rest.dropFirst(host.count)) : nil
    }
}
