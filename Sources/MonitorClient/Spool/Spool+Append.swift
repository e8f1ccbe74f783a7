import MonitorCore

extension Spool {
    package enum Appended: Equatable, Sendable {
        case kept(SpoolName)
        /// There is no room; the refusal was counted.
        case refused
    }

    /// Keeps a delivery: whole or not at all, also when this process ends in the middle.
    ///
    /// It is not forced to the disk, which can take longer than an agent may wait: a power cut may lose the last seconds,
    /// and what it leaves torn is set aside.
    package func append(_ delivery: HookDelivery) throws -> Appended {
        let draft = "\(draftFolder)/\(HookDelivery.randomKey())"
        let content = delivery.fileContent
        do {
            try create(draft, content)
            return try admit(draft, delivery, size: content.count)
        } catch {
            try? LocalFolder.remove(draft)
            throw error
        }
    }

    private func create(_ draft: String, _ content: [UInt8]) throws {
        let file: OpenFile
        do {
            file = try OpenFile(draft, to: .create)
        } catch {
            try makeFolders()
            file = try OpenFile(draft, to: .create)
        }
        try file.write(content)
    }

    private func makeFolders() throws {
        for folder in [queueFolder, draftFolder] { try LocalFile.makeFolders(folder) }
    }

    private func admit(_ draft: String, _ delivery: HookDelivery, size: Int) throws -> Appended {
        let appended = try withLedger { ledger in
            guard Int(ledger.bytes) + size <= limit else { return Appended.refused }
            let name = SpoolName(
                turn: ledger.nextTurn(at: delivery.time.microseconds), random: .random(in: 0...(.max)),
                server: delivery.server)
            try LocalFolder.move(draft, to: path(name))
            ledger.bytes += Int64(size)
            return .kept(name)
        }
        if appended == .refused {
            try LocalFolder.remove(draft)
            count(.refused)
        }
        return appended
    }
}
