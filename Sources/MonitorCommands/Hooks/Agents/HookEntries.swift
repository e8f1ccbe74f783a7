/// What Monitor writes into a JSON file with hooks, and what would keep it from running.
package struct HookEntries: Sendable {
    /// What stands in the array of one event.
    package enum Shape: Sendable {
        /// Groups, each with an array of handlers.
        case grouped
        /// The handlers themselves.
        case flat
    }

    /// A setting that turns every hook off.
    package struct Switch: Sendable {
        let path: [String]
        let offValue: Bool

        var name: String { "\"\(path.joined(separator: "."))\": \(offValue)" }
    }

    package let shape: Shape
    package let events: [String]
    /// Whether the format demands `"version": 1`.
    let carriesVersion: Bool
    let allowsComments: Bool
    let offSwitch: Switch?
    let handler: @Sendable (_ event: String, _ invocation: HookInvocation) -> JSONTree

    init(
        _ shape: Shape, events: [String], carriesVersion: Bool = false, allowsComments: Bool = false,
        offSwitch: Switch? = nil, handler: @escaping @Sendable (String, HookInvocation) -> JSONTree
    ) {
        self.shape = shape
        self.events = events
        self.carriesVersion = carriesVersion
        self.allowsComments = allowsComments
        self.offSwitch = offSwitch
        self.handler = handler
    }

    /// What is added to an event's array.
    func element(_ event: String, _ invocation: HookInvocation) -> JSONTree {
        let handler = handler(event, invocation)
        return shape == .flat ? handler : .object([.init("hooks", .array([handler]))])
    }
}
