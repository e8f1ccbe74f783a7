/// What a byte can be part of; the scanner asks this once for almost every byte.
struct ByteClass: OptionSet {
    let rawValue: UInt16

    static let upper = ByteClass(rawValue: 1)
    static let lower = ByteClass(rawValue: 2)
    static let digit = ByteClass(rawValue: 4)
    static let underscore = ByteClass(rawValue: 8)
    static let dash = ByteClass(rawValue: 16)
    static let dot = ByteClass(rawValue: 32)
    /// `+`, `/` and `=`.
    static let base64Mark = ByteClass(rawValue: 64)
    /// `a` to `f`; digits have their own class.
    static let hexLetter = ByteClass(rawValue: 128)
    static let space = ByteClass(rawValue: 256)
    static let quote = ByteClass(rawValue: 512)
    /// Ends a value that stands without quotes; so do spaces and quotes.
    static let valueEnd = ByteClass(rawValue: 1_024)
    /// Begins something else than a word that the scanner must look at.
    static let marker = ByteClass(rawValue: 2_048)
    static let slash = ByteClass(rawValue: 4_096)

    static let alphanumeric: ByteClass = [.upper, .lower, .digit]
    static let word: ByteClass = [.alphanumeric, .underscore]
    static let base64: ByteClass = [.alphanumeric, .base64Mark]
    static let base64URL: ByteClass = [.word, .dash]
    static let hex: ByteClass = [.hexLetter, .digit]
    static let looked: ByteClass = [.word, .marker]
    static let unquotedEnd: ByteClass = [.space, .quote, .valueEnd]

    func intersects(_ other: ByteClass) -> Bool { rawValue & other.rawValue != 0 }
}

extension ByteClass {
    static let table: [ByteClass] = (UInt8.min...UInt8.max).map(ByteClass.init(of:))

    private init(of byte: UInt8) {
        self =
            switch Unicode.Scalar(byte) {
            case "A"..."Z": .upper
            case "a"..."f": [.lower, .hexLetter]
            case "g"..."z": .lower
            case "0"..."9": .digit
            case "_": .underscore
            case "-": [.dash, .marker]
            case ".": .dot
            case "+": .base64Mark
            case "/": [.base64Mark, .slash]
            case "=": [.base64Mark, .marker]
            case ":", "%", "\u{1B}": .marker
            case "\\": [.marker, .valueEnd]
            case " ", "\t", "\r", "\n": .space
            case "\"", "'", "`": .quote
            case ",", ";", "&", "|", "(", ")", "[", "]", "{", "}", "<", ">": .valueEnd
            default: []
            }
    }
}
