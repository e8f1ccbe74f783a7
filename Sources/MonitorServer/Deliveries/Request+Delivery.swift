import HTTPTypes
import Hummingbird
import MonitorCore
import MonitorSources
import NIOCore

extension Request {
    /// The JSON of a delivery's body, which GitHub may send as a form.
    func delivery(_ body: ByteBufferView) throws -> JSONValue {
        let type = headers[.contentType]?.prefix { $0 != ";" }
        return type?.lowercased() == "application/x-www-form-urlencoded"
            ? try DeliveryBody.parse(form: body) : try DeliveryBody.parse(body)
    }

    /// The headers under lower-case names; of one that repeats the last.
    var lowercasedHeaders: [String: String] {
        Dictionary(headers.map { ($0.name.canonicalName, $0.value) }) { _, last in last }
    }
}

extension HTTPField.Name {
    static let hubSignature = HTTPField.Name(known: "X-Hub-Signature-256")
    static let gitLabToken = HTTPField.Name(known: "X-Gitlab-Token")
    static let monitorTime = HTTPField.Name(known: "X-Monitor-Time")
}
