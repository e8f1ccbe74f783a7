import Testing

@testable import MonitorServer

@Suite struct LocalPathTests {
    @Test(arguments: ["/", "/dashboard", "/search?q=%22a%22&kind=x#u-1", "/a//b", "/tasks/1?x=https://e.org"])
    func `a path of this server is taken as it is`(text: String) {
        #expect(LocalPath(text)?.text == text)
    }

    @Test(arguments: [
        "", "dashboard", "//example.org", "/\\example.org", "\\/example.org", "https://example.org", "javascript:x",
        "/\t/example.org", "/a\r\nSet-Cookie: x", " /a", "/é",
    ])
    func `what may lead to another host is refused`(text: String) {
        #expect(LocalPath(text) == nil)
    }
}
