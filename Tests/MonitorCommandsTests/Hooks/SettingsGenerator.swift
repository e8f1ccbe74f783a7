/// Makes settings files with hooks at random, in layouts at random.
struct SettingsGenerator {
    private struct Layout {
        let newline: String
        let unit: String
        let colon: String
        let comma: String
    }

    private var state: UInt64
    private let events: [String]

    init(seed: UInt64, events: [String]) {
        state = seed
        self.events = events
    }

    mutating func file() -> [UInt8] {
        let newline = pick(["\n", "\r\n", "\n", ""])
        let layout = Layout(
            newline: newline, unit: pick(["  ", "    ", "\t", " "]), colon: pick([":", ": "]), comma: pick([",", ", "]))
        var members = (0..<below(4)).map { ("key\($0)", value(layout, 1)) }
        if below(4) > 0 { members.insert(("hooks", hooks(layout)), at: below(members.count + 1)) }
        return Array((object(members, layout, 0) + pick(["", newline])).utf8)
    }

    private mutating func hooks(_ layout: Layout) -> String {
        var names = events
        let members = (0..<below(4)).map { _ in
            let name = names.remove(at: below(names.count))
            let handler = object([("command", "\"run \(below(9))\"")], layout, 5)
            let group = object([("matcher", "\"*\""), ("hooks", array([handler], layout, 4))], layout, 3)
            return (name, array((0..<below(3)).map { _ in group }, layout, 2))
        }
        return object(members, layout, 1)
    }

    private mutating func value(_ layout: Layout, _ depth: Int) -> String {
        switch below(depth > 3 ? 3 : 5) {
        case 0: pick(["1", "-0.5e3", "1e400", "12345678901234567890"])
        case 1: pick(["true", "null", "\"日本 😀 \\u00e9 \\\" { // }\""])
        case 2: pick(["\"\"", "{}", "[]"])
        case 3: array((0..<below(3)).map { _ in value(layout, depth + 1) }, layout, depth)
        default: object((0..<below(3)).map { ("k\($0)", value(layout, depth + 1)) }, layout, depth)
        }
    }

    private mutating func object(_ members: [(String, String)], _ layout: Layout, _ depth: Int) -> String {
        wrap(members.map { "\"\($0.0)\"\(layout.colon)\($0.1)" }, "{", "}", layout, depth)
    }

    private mutating func array(_ elements: [String], _ layout: Layout, _ depth: Int) -> String {
        wrap(elements, "[", "]", layout, depth)
    }

    private mutating func wrap(
        _ parts: [String], _ open: String, _ close: String, _ layout: Layout, _ depth: Int
    ) -> String {
        let inner = layout.newline + String(repeating: layout.unit, count: depth + 1)
        let outer = layout.newline + String(repeating: layout.unit, count: depth)
        if parts.isEmpty { return open + pick(["", "", " ", layout.newline, outer]) + close }
        if layout.newline.isEmpty || below(4) == 0 { return open + parts.joined(separator: layout.comma) + close }
        return open + inner + parts.joined(separator: ",\(inner)") + outer + close
    }

    private mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }
}
