import Crypto
import HTTPTypes
import MonitorCore

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What forges sign or send along, so that their deliveries need no token of ours.
package struct WebhookSecrets: Sendable {
    /// The key of `X-Hub-Signature-256`.
    package var gitHub: String?
    /// The whole of `X-Gitlab-Token`.
    package var gitLab: String?

    package init(gitHub: String? = nil, gitLab: String? = nil) {
        self.gitHub = gitHub
        self.gitLab = gitLab
    }

    /// The sources whose deliveries are checked here and nowhere else.
    var sources: Set<String> {
        Set([gitHub.map { _ in "github" }, gitLab.map { _ in "gitlab" }].compactMap(\.self))
    }

    /// Throws 401 unless the delivery proves that its sender knows the secret, where one is set for the source.
    func verify(_ body: some DataProtocol, from source: String, headers: HTTPFields) throws {
        switch source {
        case "github":
            guard let gitHub else { return }
            guard let signature = headers[.hubSignature],
                WebhookSecrets.isValid(signature: signature, of: body, secret: gitHub)
            else { throw APIError(.unauthorized, "'X-Hub-Signature-256' is not this body's signature") }
        case "gitlab":
            guard let gitLab else { return }
            guard let token = headers[.gitLabToken],
                SHA256.hash(data: Data(token.utf8)) == SHA256.hash(data: Data(gitLab.utf8))
            else { throw APIError(.unauthorized, "'X-Gitlab-Token' is not the secret that is set here") }
        default: return
        }
    }

    /// Compares in constant time `sha256=` and the hex digits of the body's HMAC (docs.github.com, "Validating webhook
    /// deliveries").
    static func isValid(signature: String, of body: some DataProtocol, secret: String) -> Bool {
        let prefix = "sha256="
        guard signature.hasPrefix(prefix) else { return false }
        let digits = Array(signature.utf8.dropFirst(prefix.utf8.count)).map(\.hexDigitValue)
        guard digits.count == 2 * SHA256.byteCount, !digits.contains(nil) else { return false }
        let values = digits.compactMap(\.self)
        let code = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: body, using: SymmetricKey(data: Data(secret.utf8)))
    }
}
