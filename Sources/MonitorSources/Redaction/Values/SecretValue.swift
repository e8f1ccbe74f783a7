/// What stands where a secret is expected, counted byte by byte; whether it looks like one is decided from this.
///
/// Only the first bytes count, so that a value costs the same however long it is.
struct SecretValue {
    static let window = 64

    /// How the value stands in its text.
    struct Context {
        var isQuoted = false
        /// Without quotes, after a colon or a spaced equals sign: likely the code of a program.
        var isCode = false
        /// The value has no quotes and goes on with `(`, `[` or `<`: a call, an element or a generic type.
        var isApplied = false
        /// The value has no quotes and ends with a space, `&`, `;` or the text; an argument in code goes on with a comma.
        var endsPlainly = false
        /// The name is an environment variable.
        var isCapital = false

        var isLiteral: Bool { isQuoted || (!isCode && (isCapital || endsPlainly)) }
    }

    /// At most `window` bytes of the value.
    let bytes: UnsafeBufferPointer<UInt8>
    let context: Context
    private(set) var lowers = 0
    private(set) var uppers = 0
    private(set) var digits = 0
    private(set) var underscores = 0
    /// `-`, `.`, `/` and `:`, which join words; underscores do too.
    private(set) var otherJoints = 0
    /// Bytes that words and code seldom hold, such as `!` and `#`.
    private(set) var strongMarks = 0
    private(set) var spaces = 0
    /// How often letters and digits follow each other.
    private(set) var turns = 0
    /// Holds `${`, `$(`, `{{`, `#{`, `\(` or `<%`, which templates fill.
    private(set) var isInterpolated = false
    private(set) var holdsDoubleSlash = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, in context: Context) {
        self.bytes = bytes
        self.context = context
        var previous: UInt8 = 0
        for byte in bytes {
            count(byte, after: previous)
            previous = byte
        }
    }

    var count: Int { bytes.count }
    var letters: Int { lowers + uppers }
    var joints: Int { underscores + otherJoints }
    var isIdentifier: Bool { letters + digits + underscores == count }

    private mutating func count(_ byte: UInt8, after previous: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            lowers += 1
            if previous.isDigit { turns += 1 }
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            uppers += 1
            if previous.isDigit { turns += 1 }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            digits += 1
            if previous.isLetter { turns += 1 }
        default: countMark(byte, after: previous)
        }
    }

    private mutating func countMark(_ byte: UInt8, after previous: UInt8) {
        switch byte {
        case UInt8(ascii: "_"): underscores += 1
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): otherJoints += 1
        case UInt8(ascii: "/"):
            otherJoints += 1
            if previous == byte { holdsDoubleSlash = true }
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): spaces += 1
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "^"),
            UInt8(ascii: "~"), UInt8(ascii: "*"):
            strongMarks += 1
        case UInt8(ascii: "%"):
            strongMarks += 1
            if previous == UInt8(ascii: "<") { isInterpolated = true }
        case UInt8(ascii: "{"), UInt8(ascii: "("): noteOpening(byte, after: previous)
        default: break
        }
    }

    private mutating func noteOpening(_ byte: UInt8, after previous: UInt8) {
        let isBrace = byte == UInt8(ascii: "{")
        switch previous {
        case UInt8(ascii: "$"): isInterpolated = true
        case UInt8(ascii: "#"), UInt8(ascii: "{"): if isBrace { isInterpolated = true }
        case UInt8(ascii: "\\"): if !isBrace { isInterpolated = true }
        default: break
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    fileprivate var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
}
