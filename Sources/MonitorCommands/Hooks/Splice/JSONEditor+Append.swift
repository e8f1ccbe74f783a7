import MonitorCore

extension JSONEditor {
    /// Adds a value at the end of a container; `key` is for objects.
    func appending(key: String? = nil, _ value: JSONTree, to container: JSONSource.Node) -> [UInt8] {
        if let last = container.children.last { return append(key, value, after: last) }
        return fill(key, value, container)
    }

    private func append(_ key: String?, _ value: JSONTree, after last: Range<Int>) -> [UInt8] {
        let lead = lead(of: last)
        let end = last.upperBound
        guard let line = lead.lastIndex(of: 0x0A) else {
            return applying([(end..<end, style.comma + onLine(key, value))])
        }
        let indent = Array(lead[(line + 1)...])
        let text = style.newline + indent + onLines(key, value, indent)
        let place = endOfComments(from: end)
        return applying([(end..<end, Array(",".utf8)), (place..<place, text)])
    }

    /// Into a container that is there and empty: its white space stays behind what is put in.
    private func fill(_ key: String?, _ value: JSONTree, _ container: JSONSource.Node) -> [UInt8] {
        let start = container.range.lowerBound + 1
        if style.isCompact { return applying([(start..<start, [0x20] + onLine(key, value))]) }
        let outer = source.indent(at: container.range.lowerBound)
        if source.bytes[container.range].contains(0x0A) {
            return applying([(start..<start, [0x20] + onLines(key, value, outer))])
        }
        let indent = outer + style.indent
        return applying([(start..<start, style.newline + indent + onLines(key, value, indent))])
    }

    private func onLine(_ key: String?, _ value: JSONTree) -> [UInt8] { prefix(key) + value.bytes(style) }

    private func onLines(_ key: String?, _ value: JSONTree, _ indent: [UInt8]) -> [UInt8] {
        prefix(key) + value.lines(style, indent: indent)
    }

    private func prefix(_ key: String?) -> [UInt8] { key.map { JSONTree.quoted($0) + style.colon } ?? [] }

    /// Behind the comments that follow on the same line, which belong to what is before them.
    private func endOfComments(from position: Int) -> Int {
        let line = source.bytes[position...].prefix { $0 != 0x0A && $0 != 0x0D }
        let text = line.lastIndex { $0 != 0x20 && $0 != 0x09 }
        guard let text, source.plain[position...text].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return position }
        return text + 1
    }
}
