/// The rules in the form that the scanner needs: one look tells what a byte can be, another which rules it begins.
struct SecretRules {
    private let classes = ByteClass.table
    private let rules: [WordRule]
    /// The rules that begin with byte n are those from `starts[n]` to `starts[n + 1]`.
    private let starts: [Int]
    /// The second bytes of the rules that begin with byte n, one bit for each six low bits: most words end here.
    private let seconds: [UInt64]

    struct Tables {
        let classes: UnsafeBufferPointer<ByteClass>
        let rules: UnsafeBufferPointer<WordRule>
        let starts: UnsafeBufferPointer<Int>
        let seconds: UnsafeBufferPointer<UInt64>

        func mayBeginRule(_ first: UInt8, _ second: UInt8) -> Bool {
            seconds[Int(first)] >> UInt64(second & 63) & 1 == 1
        }
    }

    init() {
        let byFirst = Dictionary(grouping: WordRule.all) { $0.prefix.utf8Start.pointee }
        let groups = (UInt8.min...UInt8.max).map { byFirst[$0] ?? [] }
        rules = groups.flatMap { $0 }
        starts = groups.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        seconds = groups.map { group in
            group.reduce(0) { $0 | 1 << UInt64($1.prefix.utf8Start[1] & 63) }
        }
    }

    func withTables<Result>(_ body: (Tables) -> Result) -> Result {
        classes.withUnsafeBufferPointer { classes in
            rules.withUnsafeBufferPointer { rules in
                starts.withUnsafeBufferPointer { starts in
                    seconds.withUnsafeBufferPointer {
                        body(Tables(classes: classes, rules: rules, starts: starts, seconds: $0))
                    }
                }
            }
        }
    }
}
