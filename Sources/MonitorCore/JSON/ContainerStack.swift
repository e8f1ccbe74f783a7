/// Which containers are open around the scanner's position: one bit each, bounded by `Limits.jsonDepth`.
struct ContainerStack {
    enum Container {
        case object, array

        var closing: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
    }

    /// The innermost open container.
    private(set) var top: Container?
    private var depth = 0
    /// Bit n is set where the container at depth n is an object; it has `Limits.jsonDepth` bits.
    private var objects: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// False when the stack is full.
    mutating func push(_ container: Container) -> Bool {
        guard depth < Limits.jsonDepth else { return false }
        setBit(at: depth, to: container == .object)
        depth += 1
        top = container
        return true
    }

    mutating func pop() {
        depth -= 1
        top = depth == 0 ? nil : (bit(at: depth - 1) ? .object : .array)
    }

    private func bit(at index: Int) -> Bool {
        let word =
            switch index >> 6 {
            case 0: objects.0
            case 1: objects.1
            case 2: objects.2
            default: objects.3
            }
        return word >> UInt64(index & 63) & 1 == 1
    }

    private mutating func setBit(at index: Int, to value: Bool) {
        let mask = UInt64(1) << UInt64(index & 63)
        func apply(_ word: inout UInt64) { word = value ? word | mask : word & ~mask }
        switch index >> 6 {
        case 0: apply(&objects.0)
        case 1: apply(&objects.1)
        case 2: apply(&objects.2)
        default: apply(&objects.3)
        }
    }
}
