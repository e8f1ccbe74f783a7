import MonitorCore

/// A whole file of Monitor's own in an agent's plugin folder; its first line tells whether it is still as written.
package struct HookPlugin: Sendable {
    /// What the file forwards.
    package let events: [String]
    let body: @Sendable (HookInvocation) -> String

    private static let marker = "// Written by monitor-cli; `monitor-cli hooks uninstall` removes it while unchanged: "

    /// The file for this invocation.
    func text(_ invocation: HookInvocation) -> [UInt8] {
        let body = Array(body(invocation).utf8)
        return Array("\(HookPlugin.marker)\(fingerprint(of: body))\n".utf8) + body
    }

    func installing(_ invocation: HookInvocation, over bytes: [UInt8]?) throws(HookFileProblem) -> [UInt8] {
        if let bytes { try HookPlugin.demandOurs(bytes) }
        return text(invocation)
    }

    func uninstalling(from bytes: [UInt8]) throws(HookFileProblem) -> [UInt8]? {
        try HookPlugin.demandOurs(bytes)
        return nil
    }

    static func demandOurs(_ bytes: [UInt8]) throws(HookFileProblem) {
        guard bytes.starts(with: marker.utf8) else {
            throw HookFileProblem("it was not written by monitor-cli; it is left as it is")
        }
        guard isUnchanged(bytes) else {
            throw HookFileProblem("it was changed after monitor-cli wrote it; move it away or remove it by hand")
        }
    }

    private static func isUnchanged(_ bytes: [UInt8]) -> Bool {
        guard let line = bytes.firstIndex(of: 0x0A) else { return false }
        let kept = bytes[marker.utf8.count..<line]
        return kept.elementsEqual(fingerprint(of: bytes[(line + 1)...]).utf8)
    }
}
