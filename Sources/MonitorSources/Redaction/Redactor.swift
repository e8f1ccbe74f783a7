package import MonitorCore

/// Hides secrets in what came through a source adapter, before anything is stored or streamed.
///
/// Each secret becomes `[redacted:kind]`, which is never taken for a secret; every other byte stays as it was. The time
/// is linear in the input, whatever it holds.
package struct Redactor: Sendable {
    package static let standard = Redactor()

    private let rules = SecretRules()

    /// Hides the secrets in a message or a name.
    package func redact(_ text: String) -> String {
        var text = text
        let redacted = text.withUTF8 { utf8 -> [UInt8]? in
            let secrets = secrets(in: utf8)
            return secrets.isEmpty ? nil : Secret.replacing(secrets, in: utf8)
        }
        return redacted.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// Hides the secrets in the strings of a JSON value, keys included; the result is valid and minified too.
    package func redact(json: RawJSON) -> RawJSON {
        sanitizing(json, with: PayloadSanitizer.Options(rules: rules, cuts: false))
    }

    /// Hides the secrets in a JSON value, then cuts its long strings as `PayloadCut` does, in one pass.
    package func sanitized(json: RawJSON) -> RawJSON {
        sanitizing(json, with: PayloadSanitizer.Options(rules: rules, cuts: true))
    }

    private func sanitizing(_ json: RawJSON, with options: PayloadSanitizer.Options) -> RawJSON {
        PayloadSanitizer.sanitize(json.bytes, with: options).map(RawJSON.init(minified:)) ?? json
    }

    func secrets(in text: UnsafeBufferPointer<UInt8>) -> [Secret] {
        rules.withTables { SecretScanner.secrets(in: text, tables: $0) }
    }
}
