extension Spool {
    /// Longer than anybody holds the lock for one delivery; a hook does not wait for a process that was stopped.
    private static let lockWait = Duration.milliseconds(40)

    /// Runs `body` with the ledger, alone; where the lock cannot be had, with an empty one that is not kept.
    func withLedger<Result>(_ body: (inout SpoolLedger) throws -> Result) throws -> Result {
        let file = try OpenFile("\(folder)/ledger", to: .update)
        guard file.lock(within: Spool.lockWait) else {
            var stranger = SpoolLedger()
            return try body(&stranger)
        }
        defer { file.unlock() }
        let before = SpoolLedger(content: try file.read(upTo: 32))
        var ledger = before ?? countedLedger()
        let result = try body(&ledger)
        if ledger != before { try file.overwrite(ledger.content) }
        return result
    }

    /// Makes the ledger say what is there, after a process that ended in the middle or a hand that moved files.
    func recount() throws { try withLedger { $0 = countedLedger() } }

    private func countedLedger() -> SpoolLedger {
        queue().reduce(into: SpoolLedger()) { ledger, name in
            ledger.lastTurn = max(ledger.lastTurn, name.turn)
            ledger.bytes += Int64(LocalFolder.size(path(name)) ?? 0)
        }
    }
}
