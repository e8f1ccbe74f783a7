/// Makes JSON texts at random, and damages them.
struct JSONGenerator {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func document() -> [UInt8] { value(depth: 0) }

    /// The text with some bytes changed, removed, doubled or cut off.
    mutating func damaged(_ document: [UInt8]) -> [UInt8] {
        var bytes = document
        for _ in 0...random.below(3) where !bytes.isEmpty {
            let index = random.below(bytes.count)
            switch random.below(5) {
            case 0: bytes[index] = random.pick(JSONGenerator.telling)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(random.pick(JSONGenerator.telling), at: index)
            case 3: bytes[index] = UInt8.random(in: 1...255, using: &random)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }

    /// Bytes that mean something to a scanner.
    ///
    /// NUL is not among them: Foundation then guesses at UTF-16.
    private static let telling =
        Array("{}[]\",:\\/u0123456789+-.eEtrufalsn \n\t\r".utf8) + [0x01, 0x1F, 0x7F, 0x80, 0xC3]

    private mutating func value(depth: Int) -> [UInt8] {
        let isScalar = depth > 5 || random.below(3) == 0
        let bytes = isScalar ? scalar() : random.below(2) == 0 ? array(depth) : object(depth)
        return space() + bytes + space()
    }

    private mutating func array(_ depth: Int) -> [UInt8] {
        var items: [[UInt8]] = []
        for _ in 0..<random.below(4) { items.append(value(depth: depth + 1)) }
        return Array("[".utf8) + space() + items.joined(separator: Array(",".utf8)) + Array("]".utf8)
    }

    private mutating func object(_ depth: Int) -> [UInt8] {
        var items: [[UInt8]] = []
        for _ in 0..<random.below(4) {
            items.append(space() + string() + space() + Array(":".utf8) + value(depth: depth + 1))
        }
        return Array("{".utf8) + space() + items.joined(separator: Array(",".utf8)) + Array("}".utf8)
    }

    private mutating func scalar() -> [UInt8] {
        switch random.below(4) {
        case 0: Array(random.pick(["true", "false", "null"]).utf8)
        case 1: number()
        default: string()
        }
    }

    private mutating func number() -> [UInt8] {
        let whole = random.pick(["0", "7", "10", "12345", "9007199254740993"])
        let fraction = random.pick(["", "", ".0", ".5", ".125"])
        let exponent = random.pick(["", "", "e3", "E+2", "e-7"])
        return Array((random.pick(["", "-"]) + whole + fraction + exponent).utf8)
    }

    private mutating func string() -> [UInt8] {
        let parts = [
            "a", "key", " ", "é", "日本", "😀", "\u{7F}", "\u{2028}", #"\n"#, #"\\"#, #"\""#, #"\/"#, #"\u0041"#,
            #"\u00e9"#, #"\ud83d\ude00"#, "{", "]", ",", ":", "//",
        ]
        var text = ""
        for _ in 0..<random.below(5) { text += random.pick(parts) }
        return Array("\"\(text)\"".utf8)
    }

    private mutating func space() -> [UInt8] {
        random.below(3) == 0 ? Array(random.pick([" ", "\n", "\t", "\r\n", "   "]).utf8) : []
    }
}
