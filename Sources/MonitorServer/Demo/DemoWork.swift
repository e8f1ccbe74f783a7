/// What agents do all day: runs of calls that fit many tasks, from which sessions take their share.
enum DemoWork {
    static let looking: [DemoCall] = [
        .grep(
            "round\\(",
            "src/checkout/tax.ts:5:    .map((line) => line.net.times(rate).round())\nsrc/money.ts:41:  round(): Money {"
        ),
        .read(
            "src/checkout/tax.ts",
            "export function taxFor(lines: Line[], rate: number): Money {\n  return lines\n    .map((line) => line.net.times(rate).round())\n    .reduce((sum, tax) => sum.plus(tax), Money.zero());\n}\n"
        ),
        .read(
            "src/money.ts",
            "export class Money {\n  constructor(readonly cents: bigint) {}\n\n  round(): Money {\n    return new Money(this.cents);\n  }\n}\n"
        ),
        .bash(
            "git log --oneline -5",
            "9f3c1aa Cart: totals come from the server\n4be07d2 Checkout: vouchers\n17f9e0b Money: whole cents only"),
        .grep("TODO", "src/checkout/cart.ts:88:  // TODO: vouchers below the minimum"),
    ]

    static let changing: [DemoCall] = [
        .edit(
            "src/checkout/tax.ts",
            old:
                "    .map((line) => line.net.times(rate).round())\n    .reduce((sum, tax) => sum.plus(tax), Money.zero());",
            new:
                "    .map((line) => line.net.times(rate))\n    .reduce((sum, tax) => sum.plus(tax), Money.zero())\n    .round();"
        ),
        .failed(
            "npm test -- tax",
            "Exit code 1\n FAIL  src/checkout/tax.test.ts > rounds once per order\nAssertionError: expected 1.23 to be 1.22\n\n Tests  1 failed | 41 passed (42)"
        ),
        .edit(
            "src/checkout/tax.test.ts", old: "expect(total).toBe(1.23);",
            new: "expect(total).toBe(1.22);\nexpect(total.isRounded).toBe(true);"),
        .bash(
            "npm test",
            " ✓ src/checkout/tax.test.ts (12)\n ✓ src/checkout/cart.test.ts (30)\n\n Test Files  2 passed (2)\n      Tests  42 passed (42)"
        ),
        .write("docs/tax.md", "# Tax\n\nTax is summed without rounding and rounded once per order.\n"),
        .bash("npm run lint", "No problems found."),
    ]

    static let serving: [DemoCall] = [
        .read("Sources/Ledger/Refund.swift", "struct Refund {\n    let id: RefundID\n    let amount: Money\n}\n"),
        .grep("idempotency", "Sources/Ledger/Payment.swift:41:    let idempotencyKey: String"),
        .edit(
            "Sources/Ledger/Refund.swift", old: "    let amount: Money\n",
            new: "    let amount: Money\n    let idempotencyKey: String\n"),
        .bash("swift build", "Build complete! (14.20s)"),
        .failed(
            "swift test --filter Refund",
            "Exit code 1\nTest \"a refund that is sent twice is made once\" failed after 0.21 seconds with 1 issue."),
        .edit(
            "Sources/Ledger/RefundStore.swift", old: "INSERT INTO refunds",
            new: "INSERT INTO refunds ON CONFLICT (idempotency_key) DO NOTHING"),
        .bash("swift test --filter Refund", "Test run with 18 tests in 3 suites passed after 1.412 seconds."),
        .bash(
            "git commit -qam 'Refunds: one for each key' && git push",
            "remote: Create a pull request by visiting the link"),
    ]

    static let operating: [DemoCall] = [
        .read(
            "clusters/staging/main.tf", "module \"cluster\" {\n  source = \"../../modules/cluster\"\n  nodes  = 3\n}\n"),
        .bash("terraform plan -out plan.bin", "Plan: 4 to add, 1 to change, 0 to destroy."),
        .edit("clusters/staging/main.tf", old: "  nodes  = 3", new: "  nodes  = 5"),
        .bash(
            "kubectl get nodes",
            "NAME        STATUS   AGE\nstaging-1   Ready    41d\nstaging-2   Ready    41d\nstaging-3   Ready    41d"),
    ]

    static let writing: [DemoCall] = [
        .read("docs/start.md", "# Getting started\n\nInstall the package, then run it.\n"),
        .write("docs/start.md", "# Getting started\n\nTwo commands, one minute.\n"),
        .bash("npm run links", "214 links checked, 3 dead"),
        .edit("docs/api.md", old: "[keys](keys.html)", new: "[keys](auth.md#keys)"),
        .bash("npm run links", "214 links checked, 0 dead"),
    ]
}
