import HTTPTypes
import Hummingbird
import MonitorCore

/// A path of this server, with its query, that a browser may be sent to; nothing in it can name another host.
struct LocalPath: Equatable {
    let text: String

    /// Takes what begins with one `/` and has no character that a browser reads as another `/` or leaves out.
    init?(_ text: String) {
        let isPath = text.hasPrefix("/") && !text.hasPrefix("//")
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPath, isPlain, text.utf8.count <= LocalPath.maxBytes else { return nil }
        self.text = text
    }

    init(_ text: String, field: String) throws {
        guard let path = LocalPath(text) else {
            throw APIError(.invalidField, "'\(field)' must be a path of this server, such as /dashboard")
        }
        self = path
    }

    /// What common servers take of a request's first line.
    private static let maxBytes = 8_000
}

extension Response {
    /// 303: the form is done, and this is what to look at now.
    init(seeOther path: LocalPath?, orElse other: String) {
        self.init(status: .seeOther, headers: [.location: path?.text ?? other, .cacheControl: "no-store"])
    }
}
