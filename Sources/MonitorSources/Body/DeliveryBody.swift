package import MonitorCore

/// The bytes that a sender posted, on their way to an adapter.
package enum DeliveryBody {
    /// Reads the body as JSON, without what is nested too deeply; throws an `APIError` for what is no JSON.
    package static func parse(_ body: some Collection<UInt8>) throws -> JSONValue {
        do {
            return try JSONDocument(parsing: body).value
        } catch let error as JSONSyntaxError where error.problem == .tooDeep {
            return try BodyDecoder.parse(DepthCut.apply(to: body))
        } catch let error as JSONSyntaxError {
            throw APIError(.invalidJSON, error.message)
        }
    }

    /// Reads the JSON in the `payload` field of a form (`application/x-www-form-urlencoded`).
    package static func parse(form body: some Collection<UInt8>) throws -> JSONValue {
        let form = FormQuery(String(decoding: body, as: UTF8.self))
        guard let payload = form.items.last(where: { $0.name == "payload" })?.value else {
            throw APIError(.badRequest, "the form has no field 'payload'")
        }
        return try parse(Array(payload.utf8))
    }
}
