import Hummingbird
import MonitorWeb

/// `GET /openapi.json`: the API's own description.
struct OpenAPIRoute {
    func register(on router: some RouterMethods<ServerContext>) {
        router.get("/openapi.json") { request, _ in
            _ = try request.query()
            return Response(json: Asset.openAPI.bytes)
        }
    }
}
