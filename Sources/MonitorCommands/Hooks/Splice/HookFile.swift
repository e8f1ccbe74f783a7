import MonitorCore

/// An agent's JSON file, read and found fit to be changed: which handlers in it are Monitor's.
struct HookFile {
    /// One of our handlers, with the indices that lead to it.
    struct Handler {
        let event: String
        /// Index of the event in `hooks`.
        let member: Int
        /// Index in the event's array.
        let element: Int
        /// Index in the group's array; `nil` where handlers stand in the event's array themselves.
        let inGroup: Int?
        let node: JSONSource.Node
        let value: JSONValue
    }

    let source: JSONSource
    let entries: HookEntries
    /// The members of the root object.
    let members: [JSONSource.Member]
    /// The value of `hooks`.
    let hooks: JSONSource.Node?
    /// In the order of the file.
    let ours: [Handler]

    init(_ bytes: [UInt8], _ entries: HookEntries, name: String) throws {
        do {
            source = try JSONSource(parsing: bytes, allowingComments: entries.allowsComments)
        } catch let error as JSONSyntaxError {
            throw HookFileProblem(error, in: bytes)
        }
        guard let members = source.root.members else {
            throw HookFileProblem("it is no JSON object; it is left as it is")
        }
        self.entries = entries
        self.members = members
        hooks = try HookFile.only("hooks", in: members, source)
        try HookFile.check(hooks, entries, source)
        ours = try HookFile.find(in: hooks, entries, source, name: name)
    }

    func events(_ name: String) -> JSONSource.Node? { hooks?.members?.first { $0.key == name }?.value }

    /// The setting that turns every hook of this file off, if it is set.
    var offSwitch: String? {
        guard let off = entries.offSwitch, var value = try? source.value(of: source.root) else { return nil }
        for key in off.path {
            guard let next = value[key] else { return nil }
            value = next
        }
        return value.bool == off.offValue ? off.name : nil
    }

    /// The one member of a name; a repeated key means different things to different readers.
    private static func only(
        _ key: String, in members: [JSONSource.Member], _ source: JSONSource
    ) throws -> JSONSource.Node? {
        let found = members.filter { $0.key == key }
        guard found.count > 1 else { return found.first?.value }
        let place = HookFileProblem.place(found[1].range.lowerBound, in: source.bytes)
        throw HookFileProblem("\(place): \"\(key)\" stands there a second time; it is left as it is")
    }

    private static func check(_ hooks: JSONSource.Node?, _ entries: HookEntries, _ source: JSONSource) throws {
        guard let hooks else { return }
        guard let members = hooks.members else {
            let place = HookFileProblem.place(hooks.range.lowerBound, in: source.bytes)
            throw HookFileProblem("\(place): \"hooks\" is no object; it is left as it is")
        }
        for event in entries.events {
            guard let node = try only(event, in: members, source), node.elements == nil else { continue }
            let place = HookFileProblem.place(node.range.lowerBound, in: source.bytes)
            throw HookFileProblem("\(place): \"\(event)\" is no array; it is left as it is")
        }
    }
}
