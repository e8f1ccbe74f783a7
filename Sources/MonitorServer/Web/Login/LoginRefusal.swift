import HTTPTypes

/// Why a token does not sign in, in words for the person who tried it.
enum LoginRefusal {
    case missing
    case unknown
    case ingestOnly
    case tooManyAttempts(Duration)

    var status: HTTPResponse.Status {
        switch self {
        case .missing: .unprocessableContent
        case .unknown: .unauthorized
        case .ingestOnly: .forbidden
        case .tooManyAttempts: .tooManyRequests
        }
    }

    var message: String {
        switch self {
        case .missing: "Enter a token."
        case .unknown: "This token is not known here."
        case .ingestOnly: "This token may only post updates. Pages need one that may read."
        case .tooManyAttempts(let wait):
            "Too many attempts from your address. Try again in \(wait.components.seconds + 1) seconds."
        }
    }
}
