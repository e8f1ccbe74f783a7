import MonitorCore

extension UpdateContent {
    /// What an adapter makes of a delivery, brought within the limits that clients' own updates have.
    ///
    /// The payload stays at the top level of `data`, as the sender's bytes.
    init(
        _ delivery: Delivery, source: String, message: String, kind: String, level: Level, tags: [String?]
    ) {
        self.init(
            source: String(source.replacingNUL.unicodeScalars.prefix(Limits.sourceLength)),
            message: message.plainText.excerpt(upTo: UpdateContent.deliveredMessageLength),
            kind: kind,
            level: level,
            tags: UpdateContent.tags(tags),
            data: delivery.payload.raw
        )
    }

    /// Design, section 1: adapters keep what a person reads under 2,000 characters.
    private static let deliveredMessageLength = 1_999

    private static func tags(_ wanted: [String?]) -> [String] {
        var tags: [String] = []
        for tag in wanted.lazy.compactMap(\.self).map({ $0.replacingNUL.line(upTo: Limits.tagLength) })
        where !tag.isEmpty && !tags.contains(tag) && tags.count < Limits.tagCount {
            tags.append(tag)
        }
        return tags
    }
}
