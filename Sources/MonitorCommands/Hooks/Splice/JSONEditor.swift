import MonitorCore

/// One change to a JSON text at a time; every byte that is not part of it stays.
///
/// What is taken out must leave the bytes that were there before it was put in, so the layout tells the two cases of an
/// empty container apart: one that was there already keeps its closing bracket where it was, right behind what is put
/// in, and one that came with its content is laid out like the rest of the file.
struct JSONEditor {
    let source: JSONSource
    let style: JSONStyle

    init(_ source: JSONSource) {
        self.source = source
        style = JSONStyle(of: source)
    }

    func replacing(_ node: JSONSource.Node, by tree: JSONTree) -> [UInt8] {
        let isOnLines = source.bytes[node.range].contains(0x0A)
        let indent = source.indent(at: node.range.lowerBound)
        return applying([(node.range, isOnLines ? tree.lines(style, indent: indent) : tree.bytes(style))])
    }

    /// Replaces ranges that do not overlap, given in ascending order.
    func applying(_ edits: [(range: Range<Int>, text: [UInt8])]) -> [UInt8] {
        var bytes = source.bytes
        for edit in edits.reversed() { bytes.replaceSubrange(edit.range, with: edit.text) }
        return bytes
    }

    /// The white space in front of a child.
    func lead(of child: Range<Int>) -> ArraySlice<UInt8> {
        source.bytes[source.startOfWhitespace(before: child.lowerBound)..<child.lowerBound]
    }
}
