import HTTPTypes
import Hummingbird
import MonitorCore
import NIOCore

extension Response {
    /// A JSON answer; never cached, never sniffed.
    init(_ status: HTTPResponse.Status = .ok, json: [UInt8]) {
        self.init(
            status: status, headers: Response.jsonHeaders, body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }

    /// An error as its JSON, with what its status demands.
    init(_ error: APIError) {
        self.init(HTTPResponse.Status(code: error.status), json: error.json)
        switch error.status {
        case 401: headers[.wwwAuthenticate] = "Bearer"
        case 503, 507: headers[.retryAfter] = "1"
        default: break
        }
    }

    private static let jsonHeaders: HTTPFields = [
        .contentType: "application/json", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
    ]
}
