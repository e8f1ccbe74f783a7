import HTTPTypes
import Hummingbird
import MonitorCore
import MonitorWeb
import NIOCore

extension Response {
    /// A page or a fragment: never cached, and nothing in it runs or loads but what this server serves.
    init(_ status: HTTPResponse.Status = .ok, html: String) {
        let body = ResponseBody(byteBuffer: ByteBuffer(string: html))
        self.init(status: status, headers: Response.htmlHeaders, body: body)
    }

    private static let htmlHeaders: HTTPFields = [
        .contentType: "text/html; charset=utf-8",
        .cacheControl: "no-store",
        .contentSecurityPolicy:
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        .xContentTypeOptions: "nosniff",
        .referrerPolicy: "same-origin",
    ]

    /// An asset, or 304 where the browser has this content already.
    init(_ asset: Asset, ifNoneMatch: String?) {
        var headers: HTTPFields = [
            .eTag: asset.entityTag, .cacheControl: "no-cache", .xContentTypeOptions: "nosniff",
        ]
        if Response.matches(asset.entityTag, ifNoneMatch) {
            self.init(status: .notModified, headers: headers)
        } else {
            headers[.contentType] = asset.contentType
            self.init(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
    }

    /// `If-None-Match` compares weakly (RFC 9110, section 13.1.2).
    private static func matches(_ entityTag: String, _ ifNoneMatch: String?) -> Bool {
        guard let ifNoneMatch else { return false }
        return ifNoneMatch.split(separator: ",").contains { candidate in
            let tag = candidate.drop { $0 == " " }.prefix { $0 != " " }
            return tag == "*" || tag == entityTag || tag == "W/" + entityTag
        }
    }
}

extension Request {
    /// The query's parameters; a page ignores those it does not know and fields of a form that are empty.
    func pageQuery() throws -> QueryDecoder {
        let query = FormQuery(uri.query ?? "").withoutEmptyValues
        return try QueryDecoder(query, known: Set(query.items.map(\.name)))
    }
}
