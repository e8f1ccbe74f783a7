import MonitorCore

/// A delivery as a file: lines of `name value`, an empty line, and the body as it came.
extension HookDelivery {
    private static let firstLine = "monitor-delivery 1"
    /// Above what the longest address, target and facts can take.
    static let fileHeadLimit = 64 * 1024

    var fileContent: [UInt8] {
        var head = "\(HookDelivery.firstLine)\ntime \(time.microseconds)\nkey \(key)\n"
        if let server { head += "server \(server)\n" }
        head += "target \(target)\n"
        for field in facts.fields { head += "fact \(field.name) \(field.value)\n" }
        head += "length \(body.count)\n\n"
        return Array(head.utf8) + body
    }

    /// `nil` for what is no whole delivery, such as a file that a power cut left half written.
    init?(fileContent bytes: [UInt8]) {
        guard let (lines, body) = HookDelivery.split(bytes), let head = Head(lines), head["length"] == "\(body.count)",
            let time = head["time"].flatMap({ Int64($0) }), let key = head["key"], let target = head["target"],
            target.hasPrefix("/")
        else { return nil }
        let server = head["server"].map { try? ServerAddress(parsing: $0) }
        if let server, server == nil { return nil }
        self.init(
            time: Timestamp(microseconds: time), key: key, server: server ?? nil, target: target, facts: head.facts,
            body: body)
    }

    private struct Head {
        private var fields: [String: String] = [:]
        private(set) var facts = HTTPHeaders()

        init?(_ text: String) {
            let lines = text.split(separator: "\n")
            guard lines.first.map(String.init) == HookDelivery.firstLine else { return nil }
            for line in lines.dropFirst() {
                let (name, value) = HookDelivery.field(line)
                if name == "fact" {
                    let fact = HookDelivery.field(value)
                    facts.append(String(fact.name), String(fact.value))
                } else {
                    fields[String(name)] = String(value)
                }
            }
        }

        subscript(name: String) -> String? { fields[name] }
    }

    private static func field(_ line: Substring) -> (name: Substring, value: Substring) {
        guard let space = line.firstIndex(of: " ") else { return (line, "") }
        return (line[..<space], line[line.index(after: space)...])
    }

    private static func split(_ bytes: [UInt8]) -> (head: String, body: [UInt8])? {
        let newline = UInt8(ascii: "\n")
        var index = 1
        while index < min(bytes.count, fileHeadLimit) {
            if bytes[index] == newline && bytes[index - 1] == newline {
                return (String(decoding: bytes[..<index], as: UTF8.self), Array(bytes[(index + 1)...]))
            }
            index += 1
        }
        return nil
    }
}
