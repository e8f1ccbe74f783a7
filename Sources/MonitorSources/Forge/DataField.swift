/// One member of what is kept of a payload.
struct DataField {
    let name: StaticString
    /// Where the value is; the first that has one counts.
    let paths: String
    /// Characters of a text; the rest is cut.
    let limit: Int

    init(_ name: StaticString, _ paths: String, limit: Int = 500) {
        self.name = name
        self.paths = paths
        self.limit = limit
    }

    /// What a person wrote, of which the beginning is kept.
    static func body(_ paths: String) -> DataField { DataField("body", paths, limit: 2_000) }
}
