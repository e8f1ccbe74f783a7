import MonitorCore

extension JSONEditor {
    /// Takes a child out of its container together with its comma and the white space that came with it.
    func removing(_ index: Int, from container: JSONSource.Node) -> [UInt8] {
        let children = container.children
        let child = children[index]
        if index > 0 && index == children.count - 1 { return removeLast(child, after: children[index - 1]) }
        if children.count == 1 {
            return applying([(source.startOfWhitespace(before: child.lowerBound)..<child.upperBound, [])])
        }
        let comma = comma(from: child.upperBound)
        return applying([(child, []), (comma..<source.endOfWhitespace(from: comma + 1), [])])
    }

    /// Whether a container came with the one child that it has, as its layout tells.
    func cameWithItsChild(_ container: JSONSource.Node) -> Bool {
        guard container.children.count == 1, let child = container.children.first else { return false }
        let lead = source.bytes[(container.range.lowerBound + 1)..<child.lowerBound]
        let trail = source.bytes[child.upperBound..<(container.range.upperBound - 1)]
        if lead.isEmpty && trail.isEmpty { return true }
        let outer = style.newline + source.indent(at: container.range.lowerBound)
        return lead.elementsEqual(outer + style.indent) && trail.elementsEqual(outer)
    }

    private func removeLast(_ child: Range<Int>, after previous: Range<Int>) -> [UInt8] {
        let comma = comma(from: previous.upperBound)
        let start = max(comma + 1, source.startOfWhitespace(before: child.lowerBound))
        return applying([(comma..<(comma + 1), []), (start..<child.upperBound, [])])
    }

    private func comma(from position: Int) -> Int {
        source.plain[position...].firstIndex(of: UInt8(ascii: ",")) ?? position
    }
}
