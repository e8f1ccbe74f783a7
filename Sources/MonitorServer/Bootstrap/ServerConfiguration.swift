package import MonitorCore

/// Everything that can be set, checked once before anything starts.
package struct ServerConfiguration: Sendable {
    package var bind: BindAddress
    package var database: DatabaseLocation
    package var demo: DemoMode
    package var trust: TrustPolicy
    package var deliveries: DeliveryPolicy
    package var silence: SilenceLimits
    package var logging: LoggingConfiguration
    /// Updates in one transaction at most.
    package var writeBatch: Int
    package var maxConnections: Int

    /// Reads flags and environment; the error names the setting and what would be right.
    package init(options: ServerOptions, environment: [String: String]) throws {
        let settings = Settings(environment: environment)
        bind = try settings.value("MONITOR_BIND", options.bind, default: "127.0.0.1:3000", BindAddress.init)
        demo = !options.demo ? .off : settings.text("MONITOR_DB", options.db) == nil ? .temporary : .named
        database = try settings.value("MONITOR_DB", options.db, default: "sqlite:monitor.db?mode=rwc") { url in
            try DatabaseLocation(url: url)
        }
        trust = try ServerConfiguration.trust(settings, options, bind: bind)
        deliveries = try DeliveryPolicy(settings, options)
        silence = try SilenceLimits(settings, options)
        logging = try LoggingConfiguration(settings, options)
        writeBatch = try settings.number("MONITOR_WRITE_BATCH", options.writeBatch, default: 512, in: 1...100_000)
        maxConnections = try settings.number(
            "MONITOR_MAX_CONNECTIONS", options.maxConnections, default: 10_000, in: 1...1_000_000)
        try refuseOpenNetwork(isIntended: options.iKnowThisIsOpen)
    }

    private static func trust(_ settings: Settings, _ options: ServerOptions, bind: BindAddress) throws -> TrustPolicy {
        var policy = TrustPolicy()
        policy.mode = try settings.oneOf("MONITOR_AUTH_MODE", options.authMode, default: .relaxed)
        for token in settings.list("MONITOR_API_TOKENS", options.apiTokens) { policy.tokens.add(token, scope: .full) }
        for token in settings.list("MONITOR_INGEST_TOKENS", options.ingestTokens) {
            policy.tokens.add(token, scope: .ingest)
        }
        for token in settings.list("MONITOR_READ_TOKENS", options.readTokens) { policy.tokens.add(token, scope: .read) }
        try settings.withFile("MONITOR_TOKENS_FILE", options.tokensFile) { try policy.tokens.add(file: $0) }
        let hosts = settings.list("MONITOR_ALLOWED_HOSTS", options.allowedHosts).map { $0.lowercased() }
        for host in hosts where HostName(authority: host)?.name != host {
            throw InvalidSetting(
                "MONITOR_ALLOWED_HOSTS", "has '\(host)', which is no host name (leave out scheme and port)")
        }
        policy.allowedHosts = Set(hosts + [bind.hostHeaderName])
        return policy
    }

    /// Beyond loopback everyone who reaches the port could read and write.
    private func refuseOpenNetwork(isIntended: Bool) throws {
        if bind.isLoopback || isIntended || (trust.mode == .strict && !trust.tokens.isEmpty) { return }
        throw InvalidSetting(
            "MONITOR_BIND",
            "is \(bind), which others can reach: set MONITOR_AUTH_MODE=strict and MONITOR_API_TOKENS, or pass --i-know-this-is-open"
        )
    }
}

extension DeliveryPolicy {
    fileprivate init(_ settings: Settings, _ options: ServerOptions) throws {
        self.init(
            secrets: WebhookSecrets(
                gitHub: settings.text("MONITOR_GITHUB_WEBHOOK_SECRET", options.githubWebhookSecret),
                gitLab: settings.text("MONITOR_GITLAB_WEBHOOK_TOKEN", options.gitlabWebhookToken)),
            redaction: try settings.oneOf("MONITOR_REDACT", options.redact, default: .on))
    }
}

extension SilenceLimits {
    /// A year is for ever for a session.
    private static let minutes = 1...525_600

    fileprivate init(_ settings: Settings, _ options: ServerOptions) throws {
        let working = try settings.number(
            "MONITOR_STALE_WORKING", options.staleWorking, default: 15, in: SilenceLimits.minutes)
        let waiting = try settings.number(
            "MONITOR_STALE_WAITING", options.staleWaiting, default: 1440, in: SilenceLimits.minutes)
        self.init(working: .seconds(60 * working), waiting: .seconds(60 * waiting))
    }
}

/// A setting that stops the start, in words for the person who set it.
package struct InvalidSetting: Error, CustomStringConvertible {
    package let description: String

    init(_ name: String, _ problem: String) { description = "\(name) \(problem)" }
}
