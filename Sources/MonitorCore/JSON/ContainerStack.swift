/// Which containers are open around the scanner's position, two bits each, bounded by `Limits.jsonDepth`.
struct ContainerStack {
    enum Container { case object, array }

    private var kinds = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    private var filled = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    private(set) var depth = 0

    var top: Container? {
        depth == 0 ? nil : (bit(of: kinds, at: depth - 1) ? .object : .array)
    }

    var topIsEmpty: Bool { !bit(of: filled, at: depth - 1) }

    /// False when the stack is full.
    mutating func push(_ container: Container) -> Bool {
        guard depth < Limits.jsonDepth else { return false }
        set(&kinds, at: depth, to: container == .object)
        set(&filled, at: depth, to: false)
        depth += 1
        return true
    }

    mutating func pop() { depth -= 1 }

    mutating func markNotEmpty() { set(&filled, at: depth - 1, to: true) }

    private typealias Bits = (UInt64, UInt64, UInt64, UInt64)

    private func bit(of bits: Bits, at index: Int) -> Bool {
        let word =
            switch index >> 6 {
            case 0: bits.0
            case 1: bits.1
            case 2: bits.2
            default: bits.3
            }
        return word >> UInt64(index & 63) & 1 == 1
    }

    private func set(_ bits: inout Bits, at index: Int, to value: Bool) {
        let mask = UInt64(1) << UInt64(index & 63)
        func apply(_ word: inout UInt64) { word = value ? word | mask : word & ~mask }
        switch index >> 6 {
        case 0: apply(&bits.0)
        case 1: apply(&bits.1)
        case 2: apply(&bits.2)
        default: apply(&bits.3)
        }
    }
}
