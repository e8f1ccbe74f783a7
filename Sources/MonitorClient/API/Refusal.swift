import MonitorCore

/// An answer with an error status, in the server's words.
package struct Refusal: Error, Equatable, Sendable {
    package let status: Int
    /// The stable code of the error; absent where a proxy answered instead of the server.
    package let code: String?
    package let message: String
    /// Seconds that the server asks to wait before the next try.
    package let retryAfter: Int?

    package init(status: Int, code: String?, message: String, retryAfter: Int? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
    }

    package init(_ response: HTTPResponse) {
        let error = try? JSONDocument(parsing: response.body).value
        self.init(
            status: response.status,
            code: error?["error"]?.string,
            message: error?["message"]?.string ?? Refusal.unexplained(response.status),
            retryAfter: response.headers["Retry-After"].flatMap(Int.init)
        )
    }

    private static func unexplained(_ status: Int) -> String {
        "status \(status) without a word; is it a Monitor server that answers there, or a proxy?"
    }

    /// Trying again later may succeed.
    package var isTemporary: Bool { status == 408 || status == 429 || (500...599).contains(status) }
}
