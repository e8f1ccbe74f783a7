/// Where the members of one container are, in bytes that the scanner has validated and minified.
///
/// The bytes are not checked again: finding a member costs a look at each byte and copies none.
struct JSONMembers: Sendable {
    struct Member: Sendable {
        /// The key with its quotes; empty in an array.
        let key: Range<Int>
        let value: Range<Int>
    }

    private(set) var members: [Member] = []

    init(of container: ArraySlice<UInt8>) {
        let offset = container.startIndex
        container.withUnsafeBufferPointer { find(in: $0, offset: offset) }
    }

    private mutating func find(in bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        let end = bytes.count - 1
        var (position, start, depth) = (1, 1, 0)
        var key = 0..<0
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "\""): position = JSONMembers.closingQuote(in: bytes, after: position)
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 0:
                key = offset + start..<offset + position
                start = position + 1
            case UInt8(ascii: ",") where depth == 0:
                members.append(Member(key: key, value: offset + start..<offset + position))
                start = position + 1
            default: break
            }
            position += 1
        }
        if start < end { members.append(Member(key: key, value: offset + start..<offset + end)) }
    }

    private static func closingQuote(in bytes: UnsafeBufferPointer<UInt8>, after quote: Int) -> Int {
        var position = quote + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        return position
    }
}
