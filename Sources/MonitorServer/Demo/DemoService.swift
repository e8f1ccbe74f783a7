import Logging
import MonitorCore
import ServiceLifecycle

/// Lets the demo live on: a call of one of its agents every few seconds, for an hour.
struct DemoService<C: Clock>: Service where C.Duration == Duration {
    let filling: DemoFilling
    let clock: C
    let logger: Logger
    var interval: Duration = .seconds(3)
    /// An hour's worth; a demo that was forgotten must not fill the disk.
    var beats = 1_200

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var life = DemoLife()
            for _ in 0..<beats {
                do { try await clock.sleep(for: interval) } catch { return }
                await store(life.next())
            }
        }
    }

    private func store(_ steps: [DemoStep]) async {
        do {
            try await filling.store(steps)
        } catch {
            logger.warning("the demo could not go on", metadata: ["error": "\(error)"])
        }
    }
}

/// What the demo's agents do after its day, in turns, for ever.
struct DemoLife {
    private var sessions = DemoDay.working
    private var beat = 0

    /// The next call of the next agent: its end, and the beginning of the one after it.
    mutating func next() -> [DemoStep] {
        let turn = beat % sessions.count
        let calls = sessions[turn].calls
        let round = beat / sessions.count
        beat += 1
        let count = sessions[turn].session.steps.count
        sessions[turn].session.wait(.infinity)
        if round > 0 { sessions[turn].session.end(calls[(round - 1) % calls.count]) }
        sessions[turn].session.begin(calls[round % calls.count])
        return Array(sessions[turn].session.steps.dropFirst(count))
    }
}
