/// How far an agent's list of things to do is.
struct Progress {
    let text: String

    /// Takes the items as agents send them; `nil` where there are none.
    init?(_ items: [Payload]) {
        guard !items.isEmpty else { return nil }
        let done = items.count { ["completed", "done"].contains($0.text("status")) }
        let current = items.first { $0.text("status") == "in_progress" }
        let subject = current?.firstText(["content", "description", "step", "title"])
        text = "\(done) of \(items.count) done" + (subject.map { ", now \($0)" } ?? "")
    }
}
