import MonitorCore

extension HookFile {
    static func find(
        in hooks: JSONSource.Node?, _ entries: HookEntries, _ source: JSONSource, name: String
    ) throws -> [Handler] {
        var found: [Handler] = []
        for (position, member) in (hooks?.members ?? []).enumerated() {
            for (index, element) in (member.value.elements ?? []).enumerated() {
                for (inGroup, node) in handlers(of: element, entries.shape) {
                    let value = try source.value(of: node)
                    guard HookOwnership.isOurs(value, source: name) else { continue }
                    found.append(
                        Handler(
                            event: member.key, member: position, element: index, inGroup: inGroup, node: node,
                            value: value))
                }
            }
        }
        return found
    }

    private static func handlers(
        of element: JSONSource.Node, _ shape: HookEntries.Shape
    ) -> [(inGroup: Int?, node: JSONSource.Node)] {
        guard shape == .grouped else { return [(nil, element)] }
        let handlers = group(element)?.elements ?? []
        return handlers.enumerated().map { ($0, $1) }
    }

    /// The handlers' array of a group.
    static func group(_ element: JSONSource.Node) -> JSONSource.Node? {
        element.members?.first { $0.key == "hooks" }?.value
    }
}
