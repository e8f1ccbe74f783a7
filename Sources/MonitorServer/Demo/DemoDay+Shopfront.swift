import MonitorCore

extension DemoDay {
    private static let repository = "acme/shopfront"

    static var shopfront: [DemoSession] {
        [taxRounding, applePay, cartSignals, slowSearch, node24, returnsTests, featureFlags, vouchers]
    }

    private static var taxRounding: DemoSession {
        session(1, repository, "fix/tax-rounding", startedAgo: 196) { told in
            told.prompt("Fix the tax rounding in the checkout: totals are off by a cent on some orders")
            told.work([.todo(["Reproduce the error", "Round once per order", "Add a test", "Document it"], done: 0)])
            told.work(DemoWork.looking, each: 3)
            told.delegate(
                to: "Explore", DemoWork.looking, says: "Three callers round by themselves: cart, invoice, refund.")
            told.work(DemoWork.changing, each: 6)
            told.work([.todo(["Reproduce the error", "Round once per order", "Add a test", "Document it"], done: 3)])
            told.stop("Tax is summed without rounding and rounded once per order. 42 tests pass.")
            told.note(
                "ada", "Finance wants half-even for invoices to Switzerland. Ask before you change the default.",
                kind: "decision")
            told.wait(50)
            told.prompt("CI is green. Clean up the dependencies that this made unused.")
            told.work(DemoWork.looking, each: 2)
            told.wait(told.minutesAgo - 9)
            told.askPermission("rm -rf node_modules && npm ci")
            told.change {
                $0.summaryText = .set("Rounded once per order; PR open and green. Left: unused dependencies.")
            }
        }
    }

    static var applePay: DemoSession {
        session(2, repository, "feat/apple-pay", startedAgo: 74) { told in
            told.prompt("Add Apple Pay to the checkout page, behind the flag wallet_pay")
            told.work([.todo(["Merchant session endpoint", "Button", "Tests"], done: 0)])
            told.delegate(to: "Explore", DemoWork.looking, each: 1.5, says: "The wallet flag is read in two places.")
            told.work(DemoWork.changing, each: 4)
            told.work([.todo(["Merchant session endpoint", "Button", "Tests"], done: 1)])
            told.work(DemoWork.looking + DemoWork.changing, each: 2.2)
            told.wait(told.minutesAgo - 0.7)
            told.begin(.bash("npm test -- wallet", ""))
        }
    }

    private static var cartSignals: DemoSession {
        session(3, repository, "refactor/cart-signals", startedAgo: 58) { told in
            told.prompt("Plan the move of the cart from Redux to signals. Do not change anything yet.")
            told.work(DemoWork.looking + DemoWork.looking, each: 2.4)
            told.wait(told.minutesAgo - 23)
            told.askApproval(
                of:
                    "## Cart on signals\n1. Wrap the store's selectors\n2. Move `CartView` and `Totals`\n3. Remove the reducer\n4. Delete redux from package.json"
            )
        }
    }

    private static var slowSearch: DemoSession {
        session(4, repository, "perf/search", startedAgo: 320) { told in
            told.prompt("Find out why the search page takes four seconds")
            told.work(DemoWork.looking + DemoWork.looking, each: 5)
            told.stop("Every hit loads its own stock. One query for all of them takes the page to 0.4 s.")
            told.note("lin", "Good find. Ship the single query, leave the cache for later.")
            told.prompt("Do that")
            told.work(DemoWork.changing, each: 7)
            told.stop("Search answers in 380 ms (p95). Merged.")
            told.end()
        }
    }

    private static var node24: DemoSession {
        session(5, repository, "chore/node-24", startedAgo: 96) { told in
            told.prompt("Upgrade to Node 24 and fix what breaks")
            told.work(DemoWork.changing + DemoWork.looking, each: 4)
            told.stop("Node 24 runs here. The pull request is open; CI will tell about the native modules.")
        }
    }

    private static var returnsTests: DemoSession {
        session(6, repository, "test/returns", startedAgo: 410) { told in
            told.prompt("Write end-to-end tests for returns")
            told.work(DemoWork.looking + DemoWork.changing, each: 6)
            told.stop("Nine tests, all green.")
            told.end()
        }
    }

    private static var featureFlags: DemoSession {
        session(7, repository, "chore/flags", startedAgo: 280) { told in
            told.prompt("Remove the feature flags that are on for everybody")
            told.work(DemoWork.changing, each: 5)
            told.stop("Eleven flags removed.")
            told.end()
        }
    }

    private static var vouchers: DemoSession {
        session(8, repository, "feat/vouchers", startedAgo: 240) { told in
            told.prompt("Vouchers below the minimum order value")
            told.work(DemoWork.looking, each: 4)
            told.stop("There are two ways to do this; both need the legal team.")
            told.note("ada", "Legal answers on Thursday.", kind: "status_note")
            told.change { patch in
                patch.status = .blocked
                patch.summaryText = .set("Waits for legal: may a voucher be worth more than the order?")
            }
        }
    }
}
