package import MonitorCore

/// What a hook has to hand over, ready to send.
package struct HookDelivery: Equatable, Sendable {
    /// When it happened.
    package var time: Timestamp
    /// The same each time it is sent, so that the server stores it once.
    package var key: String
    /// `nil` where the settings of that moment could not be used; those of the flusher decide then.
    package var server: ServerAddress?
    /// Path and query, percent-encoded.
    package var target: String
    /// Where it comes from.
    package var facts: HTTPHeaders
    package var body: [UInt8]

    package init(
        time: Timestamp, key: String, server: ServerAddress?, target: String, facts: HTTPHeaders, body: [UInt8]
    ) {
        self.time = time
        self.key = key
        self.server = server
        self.target = target
        self.facts = facts
        self.body = body
    }

    /// The headers that it is sent with; `isLate` adds when it happened, which is otherwise now.
    package func headers(isLate: Bool) -> HTTPHeaders {
        var headers = facts
        headers.append("Content-Type", "application/json")
        headers.append("Idempotency-Key", key)
        if isLate { headers.append("X-Monitor-Time", time.description) }
        return headers
    }
}

extension HookDelivery {
    /// A new key: 122 random bits in the form of a UUID.
    package static func randomKey() -> String {
        var digits: [UInt8] = []
        let bits = [
            UInt64.random(in: 0...(.max)) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000,
            UInt64.random(in: 0...(.max)) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000,
        ]
        for index in 0..<32 {
            if [8, 12, 16, 20].contains(index) { digits.append(UInt8(ascii: "-")) }
            digits.append(
                FixedDigits.hex(UInt8(truncatingIfNeeded: bits[index / 16] >> UInt64(60 - index % 16 * 4)) & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
