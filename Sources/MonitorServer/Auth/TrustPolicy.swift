import HTTPTypes
import MonitorCore

/// Who may do what, decided from a request's head alone: a pure function, the same for every route.
package struct TrustPolicy: Sendable {
    package enum Mode: String, CaseIterable, Sendable { case relaxed, strict }

    package var mode: Mode
    package var tokens: TokenSet
    /// Host names beside loopback ones that the server answers to.
    package var allowedHosts: Set<String>

    package init(mode: Mode = .relaxed, tokens: TokenSet = TokenSet(), allowedHosts: Set<String> = []) {
        self.mode = mode
        self.tokens = tokens
        self.allowedHosts = allowedHosts
    }

    /// Passes the request, with whom its token stands for, or throws what is wrong with it.
    ///
    /// A delivery of a source in `signedSources` needs no token: its route checks the signature of its body.
    /// `signedIn` is whom the browser's session stands for; a token in the head comes before it.
    func check(
        _ head: HTTPRequest, path: String, signedSources: Set<String> = [], signedIn: Principal? = nil
    ) throws -> Principal? {
        if TrustPolicy.openPaths.contains(path) { return nil }
        try checkHost(head)
        let isWrite = head.method != .get && head.method != .head
        if isWrite {
            try checkOrigin(head)
            try checkContentType(head, path: path)
        }
        if !signedSources.isEmpty, head.method == .post, let source = TrustPolicy.source(in: path),
            signedSources.contains(source)
        {
            return nil
        }
        if TrustPolicy.isForTheSignedOut(path) { return signedIn }
        let principal = try authenticate(head, path: path, isWrite: isWrite, signedIn: signedIn)
        if isWrite && principal != nil && head.headerFields[.authorization] == nil { try checkIsOurPage(head) }
        return principal
    }

    /// The source whose deliveries a path takes.
    private static func source(in path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0].isEmpty && parts[1] == "api" && parts[2] == "sources"
            ? String(parts[3]) : nil
    }

    /// What load balancers and scripts ask without a token or a known `Host`.
    private static let openPaths: Set<String> = ["/health", "/ready"]

    /// The login page, and what pages are made of, which holds nothing of anybody's.
    private static func isForTheSignedOut(_ path: String) -> Bool {
        switch path.firstComponent {
        case "assets": true
        case "login": path.split(separator: "/").count == 1
        default: false
        }
    }

    /// A page of another site that rebinds its name to this machine still sends that name.
    ///
    /// The first `Host` is the authority; a second one stays among the fields.
    private func checkHost(_ head: HTTPRequest) throws {
        guard head.headerFields[.secondHost] == nil, let host = head.authority.flatMap({ HostName(authority: $0) }),
            host.isLoopback || allowedHosts.contains(host.name)
        else {
            throw APIError(
                .hostNotAllowed, "'Host' is not one that this server answers to; MONITOR_ALLOWED_HOSTS adds names")
        }
    }

    /// Browsers say where a write comes from; programs do not.
    private func checkOrigin(_ head: HTTPRequest) throws {
        if head.headerFields[.secFetchSite] == "cross-site" { throw TrustPolicy.foreignOrigin }
        guard let origin = head.headerFields[.origin] else { return }
        guard let from = HostName(origin: origin), let host = head.authority.flatMap({ HostName(authority: $0) }),
            from.name == host.name,
            from.port == host.port || (host.port == nil && (from.port == 80 || from.port == 443))
        else { throw TrustPolicy.foreignOrigin }
    }

    /// A browser sends its cookie by itself, so that a write by it has to say that it comes from one of our pages; what
    /// it says has been checked.
    private func checkIsOurPage(_ head: HTTPRequest) throws {
        if head.headerFields[.origin] == nil && head.headerFields[.secFetchSite] != "same-origin" {
            throw TrustPolicy.foreignOrigin
        }
    }

    private static let foreignOrigin = APIError(.originNotAllowed, "pages of other origins cannot write here")

    /// A form or `text/plain` can be posted across origins without asking; JSON cannot.
    private func checkContentType(_ head: HTTPRequest, path: String) throws {
        if head.headerFields[.contentType] == "application/json" { return }
        guard path.firstComponent == "api", head.method != .delete else { return }
        let type = head.headerFields[.contentType]?.prefix { $0 != ";" }
        let name = type?.lowercased().split(separator: " ")
        if name == ["application/x-www-form-urlencoded"], TrustPolicy.source(in: path) == "github" { return }
        guard name == ["application/json"] else {
            throw APIError(.unsupportedMediaType, "'Content-Type' must be application/json")
        }
    }

    private func authenticate(
        _ head: HTTPRequest, path: String, isWrite: Bool, signedIn: Principal?
    ) throws -> Principal? {
        let principal = try principal(head) ?? signedIn
        guard let principal else {
            let isOpen = mode == .relaxed && (tokens.isEmpty || !isWrite)
            if isOpen { return nil }
            throw APIError(
                .unauthorized,
                tokens.isEmpty
                    ? "strict mode without tokens serves nothing; MONITOR_API_TOKENS sets them"
                    : "a token is wanted: 'Authorization: Bearer TOKEN'")
        }
        try checkScope(principal.scope, head.method, path: path, isWrite: isWrite)
        return principal
    }

    /// A token that is given has to be right, also where none is needed: its sender would not know otherwise.
    private func principal(_ head: HTTPRequest) throws -> Principal? {
        guard !tokens.isEmpty, let header = head.headerFields[.authorization] else { return nil }
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", let principal = tokens.principal(for: parts[1])
        else {
            throw APIError(.unauthorized, "the token is not known here")
        }
        return principal
    }

    private func checkScope(_ scope: Principal.Scope, _ method: HTTPRequest.Method, path: String, isWrite: Bool) throws
    {
        // Whoever may sign in may sign out.
        if scope == .read && ["logout", "sessions"].contains(path.firstComponent) { return }
        let isIngest = method == .post && (path.hasPrefix("/api/updates") || path.hasPrefix("/api/sources/"))
        switch scope {
        case .full: return
        case .read where !isWrite: return
        case .ingest where isIngest: return
        case .read: throw APIError(.forbidden, "this token may only read")
        case .ingest: throw APIError(.forbidden, "this token may only post updates and deliveries")
        }
    }
}

extension String {
    /// A path's first part, as the router reads it: to it `//api/tasks` is `/api/tasks`.
    fileprivate var firstComponent: Substring {
        Substring(utf8.drop { $0 == UInt8(ascii: "/") }.prefix { $0 != UInt8(ascii: "/") })
    }
}
