import MonitorCore

/// The part of a payload that is kept: what a reader or a page needs, in a few flat members.
struct CuratedData {
    /// Enough to see what was pushed; a rebase may bring thousands.
    private static let listLength = 20
    private var writer = JSONWriter()

    mutating func add(_ name: StaticString, _ text: String?) {
        writer.member(name, text.map { $0.excerpt(upTo: 500) })
    }

    mutating func add(_ name: StaticString, _ number: (some BinaryInteger)?) {
        if let number { writer.member(name, number) }
    }

    /// Copies a text, number or boolean; numbers keep their digits, and what has another type is left out.
    mutating func add(_ field: DataField, of fields: PayloadFields) {
        guard let value = fields.value(field.paths) else { return }
        switch value.kind {
        case .number, .boolean: writer.member(field.name, json: value.bytes)
        case .string:
            guard let text = value.nonBlankText else { return }
            writer.member(field.name, text.excerpt(upTo: field.limit))
        case .object, .array, .null: break
        }
    }

    /// The names of the objects in an array, such as labels.
    mutating func add(_ name: StaticString, names path: String, in items: [PayloadFields]) {
        let names = items.prefix(CuratedData.listLength).compactMap { $0.text(path)?.excerpt(upTo: 200) }
        if !names.isEmpty { writer.member(name, names) }
    }

    /// The commits of a push, with the first line of what each says.
    mutating func add(commits: [PayloadFields], author: String) {
        guard !commits.isEmpty else { return }
        let objects = commits.prefix(CuratedData.listLength).map { commit in
            var writer = JSONWriter()
            writer.member("sha", commit.word(".id"))
            writer.member("message", commit.text(".message")?.firstLine.line(upTo: 200))
            writer.member("author", commit.word(author))
            return writer.finish()
        }
        writer.member("commits", json: JSONWriter.array(json: objects))
    }

    consuming func finish() -> RawJSON { RawJSON(minified: writer.finish()) }
}

extension String {
    /// The text up to its first line break, white space before it left out.
    var firstLine: String {
        String(drop(while: \.isWhitespace).prefix { !$0.isNewline })
    }
}
