/// Decides whether a hook starts a flusher.
///
/// A flusher waits for the server by itself, for a minute; so a server that is away costs one start a minute rather than
/// one for each hook. The start stamp is made before a start and removed at a flusher's end: one that is there without a
/// flusher means that the flusher is just starting, that it died, or that the server does not know its token.
package enum FlusherStart {
    /// A start takes milliseconds; by then it has failed.
    package static let pause = Duration.seconds(5)

    /// `stampAge` is negative where a flusher has asked for a longer pause, or the clock has stepped back.
    package static func isDue(hasFlusher: Bool, stampAge: Duration?) -> Bool {
        guard !hasFlusher else { return false }
        guard let stampAge else { return true }
        // No pause is asked for that is longer than a minute.
        return stampAge > pause || stampAge < .seconds(-60)
    }
}

extension Spool {
    private var stampPath: String { "\(folder)/starting" }

    /// Claims the start of a flusher; of many hooks at once one gets it.
    func claimFlusherStart() -> Bool {
        guard FlusherStart.isDue(hasFlusher: hasFlusher, stampAge: LocalFolder.age(stampPath)) else { return false }
        try? LocalFolder.remove(stampPath)
        return (try? OpenFile(stampPath, to: .create)) != nil
    }

    func endFlusherStart() { try? LocalFolder.remove(stampPath) }

    /// Keeps hooks from starting another flusher for that time and the usual pause.
    func delayFlusherStart(by delay: Duration) {
        endFlusherStart()
        guard (try? OpenFile(stampPath, to: .create)) != nil else { return }
        LocalFolder.setAge(stampPath, .zero - delay)
    }
}
