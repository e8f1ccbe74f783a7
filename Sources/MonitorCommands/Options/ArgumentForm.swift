import ArgumentParser
import MonitorClient
package import MonitorCore

extension Level: ExpressibleByArgument {}
extension Workstream.Status: ExpressibleByArgument {}
extension TrackedTask.Status: ExpressibleByArgument {}
extension TrackedTask.AgentState: ExpressibleByArgument {}
extension UpdateFilter.Order: ExpressibleByArgument {}
extension EventName: ExpressibleByArgument {}

/// Arguments with a form of their own, each with an error that says what would be right.
enum ArgumentForm {
    static func json(_ text: String) throws -> RawJSON {
        do {
            return try RawJSON(parsing: text)
        } catch let error as JSONSyntaxError {
            throw ValidationError("\(error.message); it looks like '{\"key\": \"value\"}'")
        }
    }

    static func metadata(_ text: String) throws -> RawJSON {
        let json = try json(text)
        guard json.isObject else { throw ValidationError("it must be a JSON object, like '{\"key\": \"value\"}'") }
        return json
    }

    /// A time, or how long ago: `90s`, `15m`, `2h`, `3d`.
    static func time(_ text: String) throws -> Timestamp { try time(text, now: .now) }

    static func time(_ text: String, now: Timestamp) throws -> Timestamp {
        if let time = Timestamp(rfc3339: text) { return time }
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int32(text.dropLast()), count >= 0 else {
            throw ValidationError("it must be a time like 2026-11-24T09:30:00Z, or how long ago: 90s, 15m, 2h, 3d")
        }
        return now.advanced(by: .seconds(-unit * Int64(count)))
    }

    static func seq(_ text: String) throws -> Seq {
        guard let seq = Seq(text), seq >= 0 else { throw ValidationError("it must be a whole number from 0 on") }
        return seq
    }

    /// `a,b` and repeated options alike.
    static func tags(_ lists: [String]) -> [String] {
        lists.flatMap { $0.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty } }
    }
}
