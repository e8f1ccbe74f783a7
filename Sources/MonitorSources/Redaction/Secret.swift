/// A secret in a text: where it stands, in bytes, and what it is.
struct Secret: Equatable {
    let range: Range<Int>
    let kind: SecretKind

    /// The text with each secret replaced; the secrets are in order and do not overlap.
    static func replacing(_ secrets: [Secret], in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        append(text, from: 0, to: text.count, replacing: secrets, to: &output)
        return output
    }

    /// Appends a stretch of the text with each secret inside it replaced.
    static func append(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, replacing secrets: [Secret],
        to output: inout [UInt8]
    ) {
        var position = start
        for secret in secrets {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<secret.range.lowerBound]))
            output.append(contentsOf: secret.kind.replacement.utf8)
            position = secret.range.upperBound
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<end]))
    }
}
