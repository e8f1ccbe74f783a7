import MonitorCore
import Mustache

/// A pull request by its number, and the way to its page.
struct PullRequestView: MustacheParent {
    let number: Int64
    let url: String?

    /// Reads what a forge's adapter keeps; `nil` where it has no number.
    init?(_ data: RawJSON?) {
        guard let fields = data?.value.object, let number = fields["number"]?.int else { return nil }
        self.number = number
        url = fields["url"]?.string.flatMap(ChipView.webLink)
    }

    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "url": url.orAbsent
        default: nil
        }
    }
}
