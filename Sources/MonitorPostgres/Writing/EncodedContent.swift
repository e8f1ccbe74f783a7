#if PostgreSQL
import MonitorCore

/// The columns of an update that its client decides: written down before the writer's turn, so that it holds the lock for
/// less.
struct EncodedContent: Sendable {
    let columns: PostgresColumns

    init(_ content: UpdateContent) {
        var columns = PostgresColumns()
        columns.append(.text(content.source))
        columns.append(.text(content.author))
        columns.append(.text(content.message))
        columns.append(.text(content.kind))
        columns.append(.text(content.level?.rawValue))
        columns.append(.texts(content.tags))
        columns.append(content.data.map(PostgresValue.json) ?? .null(.text))
        columns.append(.vector(SearchVector.encoded([content.message, content.tags.joined(separator: " ")])))
        self.columns = columns
    }
}
#endif
