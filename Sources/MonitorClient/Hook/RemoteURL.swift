/// What a remote's URL says about the repository.
enum RemoteURL {
    /// `OWNER/NAME`, with all groups of a GitLab subgroup; `nil` for a folder of this machine.
    ///
    /// Host, user and password stay out of it.
    static func repository(_ url: String) -> String? {
        guard var parts = path(url)?.split(separator: "/"), let name = parts.popLast() else { return nil }
        let bare = name.hasSuffix(".git") ? name.dropLast(4) : name
        if bare.isEmpty { return parts.isEmpty ? nil : parts.joined(separator: "/") }
        return (parts + [bare]).joined(separator: "/")
    }

    private static func path(_ url: String) -> Substring? {
        guard let colon = url.firstIndex(of: ":") else { return nil }
        let rest = url[url.index(after: colon)...]
        if rest.hasPrefix("//") {
            let authority = rest.dropFirst(2)
            guard url[..<colon].lowercased() != "file", let slash = authority.firstIndex(of: "/") else { return nil }
            return authority[slash...]
        }
        return scpPath(url, colon: colon)
    }

    /// `user@host:path`; a slash before the colon makes it a folder, one letter before it a drive of Windows.
    private static func scpPath(_ url: String, colon: String.Index) -> Substring? {
        if let bracket = url.firstIndex(of: "["), bracket < colon {
            guard let end = url.firstRange(of: "]:") else { return nil }
            return url[end.upperBound...]
        }
        let host = url[..<colon]
        guard host.utf8.count > 1, !host.contains("/"), !host.contains("\\") else { return nil }
        return url[url.index(after: colon)...]
    }
}
