/// What a `User-Agent` calls itself, in two words; the whole text stands beside it, since it may say anything.
enum BrowserName {
    /// Browsers also claim to be those that came before them: the first that fits is the one.
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]

    static func text(of userAgent: String) -> String {
        guard let browser = first(of: browsers, in: userAgent) else { return "A browser" }
        return first(of: systems, in: userAgent).map { "\(browser) on \($0)" } ?? browser
    }

    private static func first(of names: [(mark: String, name: String)], in text: String) -> String? {
        names.first { text.contains($0.mark) }?.name
    }
}
