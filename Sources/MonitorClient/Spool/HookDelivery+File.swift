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
        guard let (head, body) = HookDelivery.split(bytes) else { return nil }
        let lines = head.split(separator: "\n")
        guard lines.first.map(String.init) == HookDelivery.firstLine else { return nil }
        var fields: [Substring: Substring] = [:]
        var facts = HTTPHeaders()
        for line in lines.dropFirst() {
            let (name, value) = HookDelivery.field(line)
            guard name == "fact" else {
                fields[name] = value
                continue
            }
            let fact = HookDelivery.field(value)
            facts.append(String(fact.name), String(fact.value))
        }
        guard let time = fields["time"].flatMap({ Int64($0) }), let key = fields["key"], let target = fields["target"],
            target.hasPrefix("/"), fields["length"].flatMap({ Int($0) }) == body.count
        else { return nil }
        let server = fields["server"].map { try? ServerAddress(parsing: String($0)) }
        if let server, server == nil { return nil }
        self.init(
            time: Timestamp(microseconds: time), key: String(key), server: server ?? nil, target: String(target),
            facts: facts, body: body)
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
