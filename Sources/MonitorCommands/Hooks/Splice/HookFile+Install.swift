import MonitorCore

extension HookFile {
    /// The text with the wanted handlers; the same bytes where they are all there already.
    static func installing(
        _ entries: HookEntries, named name: String, _ invocation: HookInvocation, in bytes: [UInt8]?
    ) throws -> [UInt8] {
        guard var bytes else { return fresh(entries, invocation) }
        let isEmpty = try HookFile(bytes, entries, name: name).members.isEmpty
        // One change at a time: every position after it is another one.
        while let next = try HookFile(bytes, entries, name: name).nextInstalled(invocation) { bytes = next }
        guard isEmpty && entries.carriesVersion else { return bytes }
        let source = try JSONSource(parsing: bytes, allowingComments: entries.allowsComments)
        return JSONEditor(source).appending(key: "version", .integer(1), to: source.root)
    }

    /// A file that holds nothing else.
    ///
    /// The version stands last: behind it the hooks would look like an addition to a file that was there.
    private static func fresh(_ entries: HookEntries, _ invocation: HookInvocation) -> [UInt8] {
        let hooks = entries.events.map { JSONTree.Member($0, .array([entries.element($0, invocation)])) }
        let version = entries.carriesVersion ? [JSONTree.Member("version", .integer(1))] : []
        let root = JSONTree.object([.init("hooks", .object(hooks))] + version)
        return root.lines(JSONStyle(), indent: []) + JSONStyle().newline
    }

    private func nextInstalled(_ invocation: HookInvocation) -> [UInt8]? {
        for event in entries.events {
            if let changed = bringUpToDate(event, invocation) { return changed }
        }
        return ours.last { !entries.events.contains($0.event) }.flatMap(removing)
    }

    private func bringUpToDate(_ event: String, _ invocation: HookInvocation) -> [UInt8]? {
        let present = ours.filter { $0.event == event }
        guard let first = present.first else { return add(event, invocation) }
        let wanted = entries.handler(event, invocation)
        if !first.value.bytes.elementsEqual(wanted.minified) {
            return JSONEditor(source).replacing(first.node, by: wanted)
        }
        return present.dropFirst().last.flatMap(removing)
    }

    private func add(_ event: String, _ invocation: HookInvocation) -> [UInt8] {
        let element = entries.element(event, invocation)
        let editor = JSONEditor(source)
        if let elements = events(event) { return editor.appending(element, to: elements) }
        let elements = JSONTree.array([element])
        if let hooks { return editor.appending(key: event, elements, to: hooks) }
        return editor.appending(key: "hooks", .object([.init(event, elements)]), to: source.root)
    }
}
