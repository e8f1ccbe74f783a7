import MonitorCore

extension HookFile {
    /// The text without our handlers and without what came with them; `nil` where nothing else was in the file.
    static func uninstalling(_ entries: HookEntries, named name: String, from bytes: [UInt8]) throws -> [UInt8]? {
        var bytes = bytes
        while true {
            let file = try HookFile(bytes, entries, name: name)
            // From the end: what was added last goes first, so that each step meets the layout it left.
            guard let last = file.ours.last else { return bytes }
            guard let next = file.removing(last) else { return nil }
            bytes = next
        }
    }

    /// Takes the widest part out that holds this handler alone and came with it; `nil` where that is the whole file.
    func removing(_ handler: Handler) -> [UInt8]? {
        guard let hooks, let elements = hooks.members?[handler.member].value else { return nil }
        let editor = JSONEditor(source)
        if let index = handler.inGroup, let group = elements.elements.flatMap({ HookFile.group($0[handler.element]) }),
            group.children.count > 1
        {
            return editor.removing(index, from: group)
        }
        if !editor.cameWithItsChild(elements) { return editor.removing(handler.element, from: elements) }
        if !editor.cameWithItsChild(hooks) { return editor.removing(handler.member, from: hooks) }
        return removingHooks(editor)
    }

    private func removingHooks(_ editor: JSONEditor) -> [UInt8]? {
        if cameWithVersion { return editor.removing(1, from: source.root) }
        if isOnlyHooks(editor) { return nil }
        return members.firstIndex { $0.key == "hooks" }.map { editor.removing($0, from: source.root) }
    }

    /// Whether the version stands where only an installation puts it: last, behind the hooks, with nothing else.
    private var cameWithVersion: Bool {
        guard entries.carriesVersion, members.map(\.key) == ["hooks", "version"] else { return false }
        return source.bytes[members[1].value.range].elementsEqual("1".utf8)
    }

    /// Whether the file is laid out like one that an installation made.
    private func isOnlyHooks(_ editor: JSONEditor) -> Bool {
        source.root.range.lowerBound == 0 && editor.cameWithItsChild(source.root)
            && source.bytes[source.root.range.upperBound...].elementsEqual("\n".utf8)
    }
}
