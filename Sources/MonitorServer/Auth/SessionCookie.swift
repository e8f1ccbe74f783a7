import HTTPTypes
import Hummingbird
import MonitorCore

/// The cookie that a browser's session has: not the token, out of reach of scripts, and never sent from other sites.
struct SessionCookie {
    /// Browsers share cookies between the ports of a host, and another Monitor may listen on another one.
    private let name: String

    init(_ head: HTTPRequest) {
        let port = head.authority.flatMap { HostName(authority: $0)?.port }
        name = "monitor-session" + (port.map { "-\($0)" } ?? "")
    }

    /// What the request's cookie holds.
    func secret(in request: Request) -> String? { request.cookies[name]?.value }

    /// Adds the cookie, `Secure` where the browser itself says that it sees this server by HTTPS.
    ///
    /// Its `Origin` has been compared with the host. Headers of a proxy are not asked, since anybody can send them.
    func set(_ secret: String, in response: inout Response, to request: Request) {
        let isSecure = request.headers[.origin]?.lowercased().hasPrefix("https://") == true
        add(secret, seconds: Int(BrowserSessions.lifetime.components.seconds), isSecure: isSecure, to: &response)
    }

    func clear(in response: inout Response) { add("", seconds: 0, isSecure: false, to: &response) }

    private func add(_ value: String, seconds: Int, isSecure: Bool, to response: inout Response) {
        response.headers[values: .setCookie].append(
            "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : ""))
    }
}
