import MonitorCore

extension DemoDay {
    static var mobile: [DemoSession] { [rotation, darkMode, sdk36, german] }
    static var infrastructure: [DemoSession] { [newCluster, certificates, drift] }
    static var documentation: [DemoSession] { [guide, deadLinks] }

    static var rotation: DemoSession {
        session(21, "acme/mobile-app", "fix/picker-rotate", startedAgo: 92) { told in
            told.prompt("The photo picker crashes when the phone is rotated while it loads")
            told.delegate(to: "Explore", DemoWork.looking, each: 3, says: "The picker keeps the view of before.")
            told.work(DemoWork.changing, each: 5)
            told.work(DemoWork.looking + DemoWork.changing, each: 2.5)
            told.wait(told.minutesAgo - 2.1)
            told.begin(.bash("./gradlew connectedCheck", ""))
        }
    }

    private static var darkMode: DemoSession {
        session(22, "acme/mobile-app", "feat/dark-settings", startedAgo: 130) { told in
            told.prompt("Dark mode for the settings screen")
            told.work(DemoWork.changing, each: 6)
            told.stop("Done for light and dark. Please look at the contrast of the disabled switch.")
        }
    }

    private static var sdk36: DemoSession {
        session(23, "acme/mobile-app", "chore/sdk-36", startedAgo: 300) { told in
            told.prompt("Bump the SDK to 36")
            told.work(Array(DemoWork.changing.prefix(3)), each: 6)
            told.stop("Two libraries do not support it yet.")
            told.note("noor", "Not this quarter.", kind: "decision")
            told.change { $0.status = .cancelled }
        }
    }

    private static var german: DemoSession {
        session(24, "acme/mobile-app", "i18n/de", startedAgo: 380) { told in
            told.prompt("Translate onboarding to German")
            told.work(DemoWork.writing, each: 5)
            told.stop("61 texts, reviewed against the glossary.")
            told.end()
        }
    }

    private static var newCluster: DemoSession {
        session(31, "acme/infra", "staging/new-cluster", startedAgo: 210) { told in
            told.prompt("Move staging to the new cluster")
            told.work(DemoWork.operating + DemoWork.operating, each: 6)
            told.stop("Everything is prepared. The switch needs the new DNS zone.")
            told.change { patch in
                patch.status = .blocked
                patch.summaryText = .set("Prepared and planned. Waits for the DNS zone from the network team.")
            }
        }
    }

    private static var certificates: DemoSession {
        session(32, "acme/infra", "ops/certificates", startedAgo: 70) { told in
            told.prompt("Rotate the certificates that end this month")
            told.work(DemoWork.operating, each: 3)
            told.wait(told.minutesAgo - 51)
            told.askPermission("terraform apply plan.bin")
        }
    }

    private static var drift: DemoSession {
        session(33, "acme/infra", "fix/drift", startedAgo: 260) { told in
            told.prompt("Terraform reports drift in eu-central. What changed, and who did it?")
            told.work(DemoWork.operating, each: 5)
            told.stop("A node pool was resized by hand on Friday. The code says 5 now, and there is no drift.")
            told.end()
        }
    }

    static var guide: DemoSession {
        session(41, "acme/docs-site", "start-guide", startedAgo: 52, source: "codex") { told in
            told.prompt("Rewrite the getting-started guide: two commands, one minute")
            told.work(DemoWork.writing + DemoWork.writing, each: 4)
            told.note("noor", "Name the command first, explain it after.")
            told.work(DemoWork.writing, each: 1.5)
        }
    }

    private static var deadLinks: DemoSession {
        session(42, "acme/docs-site", "fix/links", startedAgo: 170) { told in
            told.prompt("Fix the dead links")
            told.work(DemoWork.writing, each: 4)
            told.stop("Three links fixed, the check runs in CI now.")
            told.end()
        }
    }
}
