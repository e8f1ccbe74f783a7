import HTTPTypes
import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct OpenAPIRouteTests {
    /// Of the paths with what clients put into them, the form in which the document has them.
    private static func documented(_ route: Route) -> String {
        route.path.replacing("/claude-code", with: "/{source}")
            .replacing("0197a000-0000-7000-8000-000000000000", with: "{id}")
    }

    @Test(arguments: Route.all) func `every route is described`(_ route: Route) async throws {
        try await withTestServer { server in
            let document = try await server.get("/openapi.json")
            let path = try #require(document.json?["paths"]?[Self.documented(route)], "\(Self.documented(route))")
            #expect(path[route.method.rawValue.lowercased()] != nil)
        }
    }

    @Test func `nothing else is described`() async throws {
        try await withTestServer { server in
            let document = try await server.get("/openapi.json")
            let paths = try #require(document.json?["paths"]?.object)
            #expect(Set(paths.keys) == Set(Route.all.map(Self.documented)))
        }
    }

    @Test func `the status tells the size, the head and the time`() async throws {
        try await withTestServer { server in
            _ = try await Place(server)
            let status = try await server.get("/api/status")
            #expect(status.json?["head_seq"]?.int == 2)
            #expect((status.json?["database_bytes"]?.int ?? 0) > 0)
            #expect(status.json?["now"]?.string.flatMap { Timestamp(rfc3339: $0) } != nil)
        }
    }
}
