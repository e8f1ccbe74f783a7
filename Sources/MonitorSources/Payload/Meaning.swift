import MonitorCore

/// The kind and the level of the update that a delivery becomes.
struct Meaning: Equatable {
    let kind: String
    let level: Level

    init(_ kind: String, _ level: Level = .info) {
        self.kind = kind
        self.level = level
    }
}
