import HTTPTypes
import Testing

@testable import MonitorServer

@Suite struct LoginRedirectTests {
    @Test(arguments: [
        ("/dashboard", "/login?return_to=%2fdashboard"),
        ("/search?q=%22a%22", "/login?return_to=%2fsearch%3fq%3d%2522a%2522"),
        ("/nothing", "/login?return_to=%2fnothing"), ("//example.org", "/login"),
    ])
    func `a page leads to the login page with the way back`(path: String, location: String) {
        #expect(redirect(head(.get, path)) == location)
    }

    @Test(arguments: ["/api/tasks", "//api/tasks", "/fragments/needs", "/metrics", "/openapi.json", "/assets/x"])
    func `what programs and scripts ask for answers by itself`(path: String) {
        #expect(redirect(head(.get, path)) == nil)
    }

    @Test func `a program with a token, and what a script fetches, get an answer and no page`() {
        #expect(redirect(head(.get, "/dashboard", [.authorization: "Bearer x"])) == nil)
        #expect(redirect(head(.post, "/tasks", [.secFetchMode: "cors"])) == nil)
        #expect(redirect(head(.get, "/dashboard", [.secFetchMode: "navigate"])) != nil)
    }

    @Test(arguments: [
        ("http://localhost:3000/tasks/1?x", "/login?return_to=%2ftasks%2f1%3fx"),
        ("http://example.org/tasks/1", "/login"), ("http://localhost:3000", "/login"), ("", "/login"),
        ("http://localhost:3000//example.org", "/login"),
    ])
    func `a form leads back to the page that it stood on`(referer: String, location: String) {
        #expect(redirect(head(.post, "/tasks", [.referer: referer])) == location)
    }

    private func redirect(_ head: HTTPRequest) -> String? {
        let path = head.path ?? ""
        return LoginRedirect.location(for: head, path: String(path.prefix { $0 != "?" }))
    }

    private func head(
        _ method: HTTPRequest.Method, _ path: String, _ fields: [HTTPField.Name: String] = [:]
    ) -> HTTPRequest {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost:3000", path: path)
        for (name, value) in fields { head.headerFields[name] = value }
        return head
    }
}
