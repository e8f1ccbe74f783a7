package import MonitorCore

/// A delivery in the spool: its head as lines, an empty line, and its body.
///
///     monitor-spool 1
///     target: /api/sources/claude-code
///     X-Monitor-Time: 2026-11-24T09:30:00.000000Z
///     Idempotency-Key: ...
package struct SpoolEntry: Equatable, Sendable {
    package var delivery: HookDelivery

    private static let magic = "monitor-spool 1"

    /// Keeps the delivery with the time at which it happened.
    package init(_ delivery: HookDelivery, at time: Timestamp) {
        self.delivery = delivery
        self.delivery.headers.append("X-Monitor-Time", time.description)
    }

    package var bytes: [UInt8] {
        var head = "\(SpoolEntry.magic)\ntarget: \(delivery.target)\n"
        for field in delivery.headers.fields { head += "\(field.name): \(field.value)\n" }
        return Array(head.utf8) + [UInt8(ascii: "\n")] + delivery.body
    }

    /// `nil` for what is no entry, such as a file that was cut.
    package init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstRange(of: [0x0A, 0x0A]) else { return nil }
        var lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\n")[...]
        guard lines.popFirst() == SpoolEntry.magic[...] else { return nil }
        var headers = HTTPHeaders()
        for line in lines {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            headers.append(String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
        }
        guard let target = headers["target"], target.hasPrefix("/"), headers["X-Monitor-Time"] != nil else {
            return nil
        }
        headers.remove("target")
        delivery = HookDelivery(target: target, headers: headers, body: Array(bytes[end.upperBound...]))
    }
}
