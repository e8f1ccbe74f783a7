/// Files of others that are small when they are what we look for; nothing else is read, and nothing is waited for.
enum SmallFile {
    /// Above the largest configuration of a repository with thousands of branches.
    private static let limit = 512 * 1024

    static func read(_ path: String) -> [UInt8]? {
        guard let file = try? OpenFile(path, to: .read), file.size != nil else { return nil }
        return try? file.read(upTo: limit)
    }

    /// The first line of a file.
    static func line(_ path: String) -> String? {
        guard let line = read(path)?.prefix(while: { $0 >= 0x20 }), !line.isEmpty else { return nil }
        return String(decoding: line, as: UTF8.self)
    }
}
