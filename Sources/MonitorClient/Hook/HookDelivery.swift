#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif
import MonitorCore

/// One event of an agent on its way to the server.
package struct HookDelivery: Equatable, Sendable {
    /// Path and query.
    package var target: String
    /// What the server is told beside the body; its values are ASCII.
    package var headers: HTTPHeaders
    package var body: [UInt8]

    package init(target: String, headers: HTTPHeaders, body: [UInt8]) {
        self.target = target
        self.headers = headers
        self.body = body
    }

    init(source: String, arguments: HookArguments, environment: Environment, body: [UInt8]) {
        var query = Query()
        query.add("task_id", arguments.task ?? environment["MONITOR_TASK"])
        query.add("workstream_id", arguments.workstream)
        target = "/api/sources/\(Query.encode(source))\(query.encoded)"
        self.body = body
        headers = ["Content-Type": "application/json", "Idempotency-Key": HookDelivery.makeKey()]
        add("X-Monitor-Event", arguments.event)
        addPlace(HookFolder.find(in: body) ?? environment["CLAUDE_PROJECT_DIR"] ?? HookDelivery.workingFolder)
    }

    private mutating func addPlace(_ folder: String?) {
        if let checkout = folder.flatMap(GitCheckout.init) {
            add("X-Monitor-Repo", checkout.repository)
            add("X-Monitor-Branch", checkout.branch)
            add("X-Monitor-Worktree", checkout.worktree)
        }
        add("X-Monitor-Host", HookDelivery.hostName)
    }

    private mutating func add(_ name: String, _ value: String?) {
        if let value { headers.append(name, HookDelivery.headerValue(value)) }
    }

    /// Header values are ASCII: everything else, and the percent sign, is percent-encoded UTF-8.
    static func headerValue(_ text: String) -> String {
        guard text.utf8.contains(where: { !(0x20...0x7E).contains($0) || $0 == UInt8(ascii: "%") }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "%") {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), UInt8(hexDigit: byte >> 4), UInt8(hexDigit: byte & 0xF)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// 128 random bits: a delivery that comes twice has the same, two deliveries never do.
    private static func makeKey() -> String {
        WorkstreamID(high: .random(in: .min ... .max), low: .random(in: .min ... .max)).description
    }

    private static var workingFolder: String? {
        guard let folder = getcwd(nil, 0) else { return nil }
        defer { free(folder) }
        return String(cString: folder)
    }

    private static var hostName: String? {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
