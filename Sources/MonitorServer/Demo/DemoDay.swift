/// The demo's script: a day of five repositories, told relative to now, so that it always ends now.
enum DemoDay {
    /// All steps, the oldest first.
    static let steps: [DemoStep] = (sessions.flatMap(\.steps) + forges).enumerated()
        .sorted { ($1.element.minutesAgo, $0.offset) < ($0.element.minutesAgo, $1.offset) }
        .map(\.element)

    static let sessions: [DemoSession] = shopfront + payments + mobile + infrastructure + documentation

    /// Those that are at work now, with what they do next.
    static let working: [(session: DemoSession, calls: [DemoCall])] = [
        (applePay, DemoWork.looking), (refunds, DemoWork.serving), (rotation, DemoWork.changing),
        (reports, DemoWork.serving), (guide, DemoWork.writing),
    ]

    /// Makes a session; the closure tells it.
    static func session(
        _ number: Int, _ repository: String, _ branch: String, startedAgo: Double, source: String = "claude-code",
        _ tell: (inout DemoSession) -> Void
    ) -> DemoSession {
        var session = DemoSession(number, repository, branch, startedAgo: startedAgo, source: source)
        tell(&session)
        return session
    }

    private static var forges: [DemoStep] {
        let shop = { DemoForge(repository: "acme/shopfront", branch: $0) }
        let ledger = DemoForge(repository: "acme/payments-api", branch: "feat/refund-keys")
        let app = DemoForge(repository: "acme/mobile-app", branch: "fix/picker-rotate")
        return [
            shop("fix/tax-rounding").pullRequest(412, "Round tax once per order", by: "ada", minutesAgo: 61),
            shop("fix/tax-rounding").run(1_630, nil, minutesAgo: 60),
            shop("fix/tax-rounding").run(1_630, "success", minutesAgo: 54),
            shop("chore/node-24").pullRequest(418, "Run on Node 24", by: "lin", minutesAgo: 40),
            shop("chore/node-24").run(1_641, nil, minutesAgo: 39),
            shop("chore/node-24").run(1_641, "failure", minutesAgo: 31),
            shop("feat/apple-pay").run(1_650, nil, minutesAgo: 3),
            ledger.pullRequest(97, "Refunds: one for each key", by: "ada", minutesAgo: 22),
            ledger.run(803, nil, minutesAgo: 21), ledger.run(803, "success", minutesAgo: 13),
            app.run(220, "success", minutesAgo: 75),
        ]
    }
}
