import MonitorCore

extension UpdateContent {
    /// An update with a part of its payload as `data`.
    init(
        _ delivery: Delivery, place: ForgePlace, message: String, meaning: Meaning, tags: [String?], data: RawJSON
    ) {
        self.init(
            delivery, source: place.source, message: message, kind: meaning.kind, level: meaning.level,
            tags: [place.forge] + tags)
        self.data = data
    }
}
