import Hummingbird
import MonitorCore

/// The fields of a posted form.
///
/// It becomes the JSON body that the API takes, so that one decoder says what is right for both.
struct FormBody {
    /// How a field's text stands in the JSON.
    enum Shape {
        case text
        /// An empty field means that there is no value.
        case clearable
        /// An empty field is as good as none.
        case optional
        /// `true` or `false`, as a hidden field and a checkbox send it.
        case flag
        /// Values between commas.
        case list
        case json
    }

    /// A message of 64 KiB in which every byte is percent-encoded, and the short fields beside it.
    static let maxBytes = 4 * Limits.messageBytes

    /// Where the browser goes after the form is done, if the form says.
    let returnTo: LocalPath?
    private let fields: [(name: String, value: String)]

    init(_ text: some StringProtocol) throws {
        let items = FormQuery(text).items
        fields = items.filter { $0.name != "return_to" }
        returnTo = try items.last { $0.name == "return_to" }.map { try LocalPath($0.value, field: "return_to") }
    }

    /// The fields as a JSON object; a field whose shape is not given is a text.
    ///
    /// Of one that repeats the last counts, as with a checkbox after its hidden field.
    func json(_ shapes: [String: Shape] = [:]) throws -> JSONValue {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (name, value) in fields {
            guard let json = try FormBody.json(value, as: shapes[name] ?? .text, name) else { continue }
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            JSONString.write(name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes += json
        }
        bytes.append(UInt8(ascii: "}"))
        return try BodyDecoder.parse(bytes)
    }

    private static func json(_ value: String, as shape: Shape, _ name: String) throws -> [UInt8]? {
        switch shape {
        case .text: string(value)
        case .clearable: value.isEmpty ? Array("null".utf8) : string(value)
        case .optional: value.isEmpty ? nil : string(value)
        case .flag: value == "true" || value == "false" ? Array(value.utf8) : string(value)
        case .list: JSONWriter.array(value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty })
        case .json: try document(value, name).bytes
        }
    }

    /// Browsers send a text's line breaks as CR LF, whatever they were.
    private static func string(_ value: String) -> [UInt8] {
        let text = value.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var bytes: [UInt8] = []
        JSONString.write(text, to: &bytes)
        return bytes
    }

    private static func document(_ value: String, _ name: String) throws -> JSONDocument {
        do {
            return try JSONDocument(parsing: value.utf8)
        } catch let error as JSONSyntaxError {
            throw APIError(.invalidField, "'\(name)' is not JSON: \(error.message)")
        }
    }
}

extension Request {
    /// The form in the body, bounded before and while it is read.
    func form() async throws -> FormBody {
        let type = headers[.contentType]?.prefix { $0 != ";" }
        guard type?.trimmed.lowercased() == "application/x-www-form-urlencoded" else {
            throw APIError(.unsupportedMediaType, "'Content-Type' must be application/x-www-form-urlencoded")
        }
        return try FormBody(String(decoding: try await bytes(upTo: FormBody.maxBytes), as: UTF8.self))
    }
}

extension StringProtocol {
    /// Without the spaces around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
