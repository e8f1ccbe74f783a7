extension Duration {
    /// `184 ms`, `3.1 s`, `42 s`, `4 min 30 s` or `2 h 5 min`.
    var text: String {
        let milliseconds = max(0, components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
        let seconds = milliseconds / 1_000
        switch milliseconds {
        case ..<1_000: return "\(milliseconds) ms"
        case ..<10_000: return "\(seconds).\(milliseconds % 1_000 / 100) s"
        case ..<60_000: return "\(seconds) s"
        case ..<3_600_000: return Duration.pair(seconds / 60, "min", seconds % 60, "s")
        default: return Duration.pair(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
        }
    }

    private static func pair(_ large: Int64, _ unit: String, _ small: Int64, _ smallUnit: String) -> String {
        small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(smallUnit)"
    }
}
