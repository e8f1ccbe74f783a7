/// Makes JSON texts at random, with secrets in them or without.
struct RandomPayload {
    private var state: UInt64
    private let parts: [String]
    private let keys: [String]

    /// Nothing here begins a secret.
    static func plain(seed: UInt64) -> RandomPayload {
        RandomPayload(
            state: seed,
            parts: [
                "a", "key ", " ", "é", "日本", "😀", "\u{2028}", #"\n"#, #"\\"#, #"\""#, #"\/"#, #"\u0041"#,
                #"\ud83d\ude00"#,
                #"\ud83d"#, "{", "]", ",", "//", "0123", "-", "_", "--", "%",
            ], keys: ["a", "name", "content", #"\u00e9"#, ""])
    }

    /// Secrets and what looks like them, one after the other without anything between them.
    static func hostile(seed: UInt64) -> RandomPayload {
        holding(SecretSample.all.map(\.text) + HostileShapes.all + LookAlikes.all, seed: seed)
    }

    /// Secrets and what looks like them, each on its line.
    static func orderly(seed: UInt64) -> RandomPayload {
        holding((SecretSample.all.map(\.text) + LookAlikes.all).map { "\($0)\n" }, seed: seed)
    }

    private static func holding(_ samples: [String], seed: UInt64) -> RandomPayload {
        let plain = plain(seed: seed)
        return RandomPayload(
            state: seed, parts: plain.parts + samples.map(escape) + samples.map(HexEscapes.escape),
            keys: plain.keys + ["password", "Authorization", "api_key", #"t\u006fken"#, escape(samples[0])])
    }

    mutating func document() -> String { value(depth: 0) }

    private mutating func value(depth: Int) -> String {
        switch depth > 4 ? below(3) : below(6) {
        case 0: pick(["true", "null", "0", "-1.50e3", "12345678"])
        case 1, 2: string()
        case 3: "[" + (0..<below(4)).map { _ in value(depth: depth + 1) }.joined(separator: ",") + "]"
        default: object(depth)
        }
    }

    private mutating func object(_ depth: Int) -> String {
        let members = (0..<below(4)).map { _ in #""\#(pick(keys))":\#(value(depth: depth + 1))"# }
        return "{" + members.joined(separator: ",") + "}"
    }

    private mutating func string() -> String {
        let text = (0..<below(7)).map { _ in pick(parts) }.joined()
        return "\"" + (below(80) == 0 ? String(repeating: text, count: 500) : text) + "\""
    }

    private static func escape(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case ..<" ": HexEscapes.escape(String(scalar))
            default: String(scalar)
            }
        }.joined()
    }

    private mutating func pick(_ elements: [String]) -> String { elements[below(elements.count)] }

    private mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
