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
        let json = payload.raw
        return redaction == .off ? PayloadCut.cut(json: json).value : Redactor.standard.sanitized(json: json).value
    }

    /// A client's own update, which is kept to the letter unless everything is redacted.
    func sanitized(_ draft: UpdateDraft) -> UpdateDraft {
        guard redaction == .all else { return draft }
        var draft = draft
        draft.content.message = Redactor.standard.redact(draft.content.message)
        draft.content.tags = draft.content.tags.map(Redactor.standard.redact)
        draft.content.data = draft.content.data.map(Redactor.standard.redact(json:))
        return draft
    }
}
