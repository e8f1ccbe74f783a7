/// What stands after the first line of a private key, counted until its last line or what cannot be a key.
struct KeyBody {
    /// A run this long is a line of a key; words and line numbers between the lines are shorter.
    private static let lineLength = 12
    /// A key that was cut off ends where this many other bytes follow its last line.
    private static let gapLength = 32
    /// Between two lines: the line's end, white space, a line number.
    private static let lineMargin = 12
    /// No key is longer; what goes on is something else between two lines with dashes.
    private static let maxLength = 64 * 1024

    let start: Int
    private(set) var position: Int
    private var run = 0
    /// Bytes in runs that are long enough for a key's line.
    private var lineBytes = 0
    /// `lineBytes` up to `lastLineEnd`.
    private var keptLineBytes = 0
    private var keyBytes = 0
    private var lastLineEnd: Int?
    /// Nothing but key bytes, white space and escapes of it.
    private var isPure = true

    init(start: Int) {
        self.start = start
        position = start
    }

    var isEnded: Bool { position - start > KeyBody.maxLength }

    mutating func count(_ byte: UInt8, isKeyByte: Bool) {
        position += 1
        if isKeyByte {
            (run, keyBytes) = (run + 1, keyBytes + 1)
            if run == KeyBody.lineLength { lineBytes += run } else if run > KeyBody.lineLength { lineBytes += 1 }
            if run >= KeyBody.lineLength { noteLine() }
        } else {
            run = 0
            let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == UInt8(ascii: "\\")
            if !isSpace { isPure = false }
        }
    }

    /// A line after a long gap is no line of the key; the first one follows at once.
    private mutating func noteLine() {
        let gap = position - KeyBody.lineLength - (lastLineEnd ?? start)
        if gap <= (lastLineEnd == nil ? KeyBody.lineMargin : KeyBody.gapLength) {
            (lastLineEnd, keptLineBytes) = (position, lineBytes)
        }
    }

    var looksLikeKey: Bool { (isPure && keyBytes >= 8) || lineBytes * 2 > position - start }

    /// The end of a key whose last line is missing; `nil` where hardly a line of it is there.
    func endWithoutFooter(isAtEnd: Bool) -> Int? {
        guard let lastLineEnd, lastLineEnd - start >= 32, keptLineBytes * 2 > lastLineEnd - start else { return nil }
        // The text may end in the middle of a line.
        let isInLine = isAtEnd && run > 0 && position - run - lastLineEnd <= KeyBody.lineMargin
        return isInLine ? position : lastLineEnd
    }
}
