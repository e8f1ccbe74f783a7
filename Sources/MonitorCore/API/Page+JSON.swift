extension Page {
    /// The body of the answer: `{"items": [...], "total": n}`.
    package func json(_ encode: (Item) -> [UInt8]) -> [UInt8] {
        var writer = JSONWriter(capacity: 256 + items.count * 512)
        writer.member("items", json: JSONWriter.array(json: items.lazy.map(encode)))
        writer.member("total", total)
        return writer.finish()
    }
}
