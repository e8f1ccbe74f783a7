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

    /// What became of one update: 201 when it is stored now, 200 when it came before; throws why it was rejected.
    init(_ outcome: AppendOutcome) throws {
        switch outcome {
        case .stored(_, let json): self.init(.created, json: json)
        case .repeated(_, let json): self.init(.ok, json: json)
        case .rejected(let error): throw error
        }
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
