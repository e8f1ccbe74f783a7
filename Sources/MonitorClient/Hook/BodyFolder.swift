import MonitorCore

/// Finds the folder that an agent's event is about, without parsing the rest of it.
enum BodyFolder {
    /// What an agent says first; a long tail without the folder is not worth the time.
    private static let searchLimit = 1024 * 1024

    /// The member `cwd` (of OpenCode `directory`) at the top of a JSON object, else the first of `workspace_roots`.
    static func find(in body: [UInt8]) -> String? {
        var scan = Scan(bytes: body.prefix(searchLimit))
        return scan.run()
    }

    private struct Scan {
        let bytes: ArraySlice<UInt8>
        private var position = 0
        private var depth = 0
        private var root: String?

        init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        mutating func run() -> String? {
            var key: Range<Int>?
            while position < bytes.endIndex {
                switch bytes[position] {
                case UInt8(ascii: "\""):
                    let string = readString()
                    if depth == 1, matches(key, "cwd") || matches(key, "directory") { return text(string) }
                    if depth == 2, root == nil, matches(key, "workspace_roots") { root = text(string) }
                    if depth == 1 { key = string }
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: ",") where depth == 1: key = nil
                default: break
                }
                position += 1
            }
            return root
        }

        /// The string at the position with its quotes; the position moves behind it.
        private mutating func readString() -> Range<Int> {
            let start = position
            position += 1
            while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
                position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
            }
            position = min(position + 1, bytes.endIndex)
            return start..<position
        }

        private func matches(_ key: Range<Int>?, _ name: StaticString) -> Bool {
            guard let key, key.count == name.utf8CodeUnitCount + 2 else { return false }
            let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
            return bytes[key].dropFirst().dropLast().elementsEqual(name)
        }

        private func text(_ string: Range<Int>) -> String? {
            (try? JSONDocument(parsing: Array(bytes[string])))?.value.string
        }
    }
}
