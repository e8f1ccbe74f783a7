import Foundation
import MonitorTesting

/// What the kernel says of a process (Linux).
struct ProcessFacts {
    private let pid: Int32

    init(_ pid: Int32) { self.pid = pid }

    /// Physical memory, `VmRSS`.
    var residentBytes: Int {
        get throws {
            let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
            let words = line?.split(whereSeparator: \.isWhitespace) ?? []
            guard words.count == 3, let kibibytes = Int(words[1]) else {
                throw ProcessFailure("no VmRSS of process \(pid)")
            }
            return kibibytes * 1024
        }
    }

    /// TCP connections that it has open; what its store needs (files, sockets of a database) comes and goes.
    var connectionCount: Int {
        get throws {
            let known = Set(try ["tcp", "tcp6"].flatMap(ProcessFacts.inodes).map { "socket:[\($0)]" })
            let folder = "/proc/\(pid)/fd"
            return try FileManager.default.contentsOfDirectory(atPath: folder).count { name in
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
                return target.map(known.contains) == true
            }
        }
    }

    /// The tenth field of each line of the kernel's table of sockets.
    private static func inodes(of table: String) throws -> [Substring] {
        guard let content = try FileHandle(forReadingAtPath: "/proc/net/\(table)")?.readToEnd() else { return [] }
        return String(decoding: content, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: " ")
            return fields.count > 9 ? fields[9] : nil
        }
    }

    /// Bytes that wait in the kernel for the process, on its side of connections to the given ports; `nil` for one
    /// that is not there.
    static func unreadBytes(serverPort: UInt16, clientPorts: [UInt16]) throws -> [Int?] {
        // To its end: files of /proc have no size that would tell how much there is.
        guard let content = try FileHandle(forReadingAtPath: "/proc/net/tcp")?.readToEnd() else { return [] }
        let table = String(decoding: content, as: UTF8.self)
        var queues: [UInt16: Int] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: " ")
            guard fields.count > 4, port(fields[1]) == serverPort, let client = port(fields[2]) else { continue }
            queues[client] = fields[4].split(separator: ":").last.flatMap { Int($0, radix: 16) }
        }
        return clientPorts.map { queues[$0] }
    }

    private static func port(_ address: Substring) -> UInt16? {
        address.split(separator: ":").last.flatMap { UInt16($0, radix: 16) }
    }
}
