/// What went wrong with a request, in words for the client: a stable code and a message that names the field.
package struct APIError: Error, Equatable, Sendable {
    package enum Code: String, CaseIterable, Sendable {
        case badRequest = "bad_request"
        case invalidJSON = "invalid_json"
        case invalidParameter = "invalid_parameter"
        case unknownParameter = "unknown_parameter"
        case invalidValue = "invalid_value"
        case unauthorized
        case forbidden
        case hostNotAllowed = "host_not_allowed"
        case originNotAllowed = "origin_not_allowed"
        case notFound = "not_found"
        case conflict
        case bodyTooLarge = "body_too_large"
        case unsupportedMediaType = "unsupported_media_type"
        case invalidField = "invalid_field"
        case unknownField = "unknown_field"
        case missingField = "missing_field"
        case unavailable
        case storageFull = "storage_full"
        case internalError = "internal_error"
    }

    package let code: Code
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The HTTP status that goes with the code.
    package var status: Int {
        switch code {
        case .badRequest, .invalidJSON, .invalidParameter, .unknownParameter, .invalidValue: 400
        case .unauthorized: 401
        case .forbidden, .hostNotAllowed, .originNotAllowed: 403
        case .notFound: 404
        case .conflict: 409
        case .bodyTooLarge: 413
        case .unsupportedMediaType: 415
        case .invalidField, .unknownField, .missingField: 422
        case .internalError: 500
        case .unavailable: 503
        case .storageFull: 507
        }
    }

    /// The body of the answer: `{"error": code, "message": ...}`.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.member("error", code.rawValue)
        writer.member("message", message)
        return writer.finish()
    }
}

extension APIError {
    package static func notFound(_ what: String) -> APIError { APIError(.notFound, "there is no \(what)") }

    /// A value outside a closed set, with the set.
    package static func invalidValue(_ name: String, _ value: String, allowed: [String]) -> APIError {
        APIError(
            .invalidValue, "'\(name)' cannot be '\(value.prefix(100))'; it is one of \(allowed.joined(separator: ", "))"
        )
    }
}
