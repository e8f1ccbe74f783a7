import NIOCore
import HTTPTypes
import HummingbirdTesting
import MonitorCore
import Testing

/// What the server answered.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        bytes = Array(response.body.readableBytesView)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The whole body as JSON; `nil` where it is none.
    var json: JSONValue? { try? JSONDocument(parsing: bytes).value }

    /// A member's JSON as it was sent.
    subscript(_ key: String) -> String? { json?[key]?.raw.text }

    /// A member that is a string.
    func string(_ key: String) -> String? { json?[key]?.string }

    func require(_ key: String) throws -> String { try #require(string(key), "no '\(key)' in \(text)") }

    /// The `error` member of an error's body.
    var error: String? { string("error") }

    var message: String { string("message") ?? "" }

    /// The items of a list, each as its JSON.
    var items: [String] { json?["items"]?.array?.map(\.raw.text) ?? [] }

    var total: Int? { json?["total"]?.int.map(Int.init) }

    /// One member of each item, as its JSON.
    func items(_ key: String) -> [String] { json?["items"]?.array?.compactMap { $0[key]?.raw.text } ?? [] }
}
