extension DemoDay {
    private static let repository = "acme/payments-api"

    static var payments: [DemoSession] {
        [refunds, yenRounding, webhookRetries, loadTest, settlement, reports]
    }

    static var refunds: DemoSession {
        session(11, repository, "feat/refund-keys", startedAgo: 88) { told in
            told.prompt("Idempotency keys for refunds: one that is sent twice is made once")
            told.work(DemoWork.serving, each: 5)
            told.delegate(to: "code-reviewer", DemoWork.looking, says: "The unique index lacks the merchant's id.")
            told.work(DemoWork.serving, each: 2)
            told.wait(told.minutesAgo - 0.4)
            told.begin(.bash("swift test", ""))
        }
    }

    private static var yenRounding: DemoSession {
        session(12, repository, "feat/jpy", startedAgo: 37) { told in
            told.prompt("Accept payments in yen")
            told.work(DemoWork.serving, each: 3)
            told.wait(told.minutesAgo - 4)
            told.ask("Yen has no cents. How are fees of a fraction rounded?", ["Half up", "Half to even", "Always up"])
        }
    }

    private static var webhookRetries: DemoSession {
        session(13, repository, "fix/webhook-retries", startedAgo: 66) { told in
            told.prompt("Webhook retries pile up at night. Find out why.")
            told.work(DemoWork.serving, each: 3)
            told.wait(told.minutesAgo - 16)
            told.fail("429 Too Many Requests")
        }
    }

    private static var loadTest: DemoSession {
        session(14, repository, "perf/ledger", startedAgo: 150) { told in
            told.prompt("Load test of the ledger with 2,000 payments a second")
            told.work(DemoWork.serving, each: 6)
            told.begin(.bash("./bench ledger --rate 2000 --minutes 60", ""))
        }
    }

    private static var settlement: DemoSession {
        session(15, repository, "docs/settlement", startedAgo: 350) { told in
            told.prompt("Document the settlement file, field by field")
            told.work(DemoWork.writing, each: 6)
            told.stop("42 fields documented, with an example of each record.")
            told.end()
        }
    }

    static var reports: DemoSession {
        session(16, repository, "refactor/reports", startedAgo: 44, source: "codex") { told in
            told.prompt("Replace the hand-written SQL of the reports with the query builder")
            told.work(DemoWork.serving + DemoWork.serving, each: 2.4)
            told.wait(told.minutesAgo - 1.3)
            told.begin(.bash("swift test --filter Reports", ""))
        }
    }
}
