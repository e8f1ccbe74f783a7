#if PostgreSQL
/// Parameters laid out as libpq wants them: types, pointers, lengths and formats side by side.
struct PostgresParameters {
    private var types: [UInt32] = []
    private var bytes: [UInt8] = []
    /// `nil` for NULL.
    private var ranges: [Range<Int>?] = []

    init(_ values: [PostgresValue]) {
        for value in values {
            types.append(value.type)
            let start = bytes.count
            ranges.append(value.encode(into: &bytes) ? start..<bytes.count : nil)
        }
        // Something to point at for values without bytes.
        bytes.append(0)
    }

    struct Layout {
        let count: Int32
        let types: [UInt32]
        let values: [UnsafePointer<CChar>?]
        let lengths: [Int32]
        /// 1 for binary.
        let formats: [Int32]
    }

    func withLayout<Result>(_ body: (Layout) -> Result) -> Result {
        bytes.withUnsafeBytes { buffer in
            let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            let values = ranges.map { range in range.flatMap { base?.advanced(by: $0.lowerBound) } }
            return body(
                Layout(
                    count: Int32(types.count), types: types, values: values,
                    lengths: ranges.map { Int32($0?.count ?? 0) },
                    formats: Array(repeating: 1, count: types.count)))
        }
    }
}
#endif
