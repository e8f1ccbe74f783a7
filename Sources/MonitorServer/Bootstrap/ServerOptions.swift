import ArgumentParser

/// The flags of `monitor-server`: every setting of the environment is one, and the flag wins.
package struct ServerOptions: ParsableArguments {
    @Option(help: "Address and port to listen on. [MONITOR_BIND, default 127.0.0.1:3000]")
    var bind: String?

    @Option(help: "The database, a file or postgres://USER@HOST/NAME. [MONITOR_DB, default sqlite:monitor.db?mode=rwc]")
    var db: String?

    @Option(help: "relaxed or strict. [MONITOR_AUTH_MODE, default relaxed]")
    var authMode: String?

    @Option(help: "Comma-separated tokens that may do everything; better set in the environment. [MONITOR_API_TOKENS]")
    var apiTokens: String?

    @Option(help: "Comma-separated tokens that may only post updates and deliveries. [MONITOR_INGEST_TOKENS]")
    var ingestTokens: String?

    @Option(help: "Comma-separated tokens that may only read. [MONITOR_READ_TOKENS]")
    var readTokens: String?

    @Option(help: "A file with lines of name, scope (full, ingest, read) and token. [MONITOR_TOKENS_FILE]")
    var tokensFile: String?

    @Option(
        help: "Comma-separated host names to answer to, beside loopback and the bound address. [MONITOR_ALLOWED_HOSTS]")
    var allowedHosts: String?

    @Option(help: "The secret that GitHub signs its webhooks with. [MONITOR_GITHUB_WEBHOOK_SECRET]")
    var githubWebhookSecret: String?

    @Option(help: "The secret token that GitLab sends with its webhooks. [MONITOR_GITLAB_WEBHOOK_TOKEN]")
    var gitlabWebhookToken: String?

    @Option(
        help: """
            on: hide secrets in what sources deliver; all: in clients' own updates too; off: nowhere. \
            [MONITOR_REDACT, default on]
            """)
    var redact: String?

    @Option(help: "Minutes of silence after which a working session is stale. [MONITOR_STALE_WORKING, default 15]")
    var staleWorking: String?

    @Option(help: "Minutes of silence after which a waiting session is stale. [MONITOR_STALE_WAITING, default 1440]")
    var staleWaiting: String?

    @Option(help: "trace, debug, info, notice, warning, error or critical. [MONITOR_LOG_LEVEL, default info]")
    var logLevel: String?

    @Option(help: "text or json. [MONITOR_LOG_FORMAT, default text on a terminal, else json]")
    var logFormat: String?

    @Option(help: "Updates in one transaction at most; 1 turns group commit off. [MONITOR_WRITE_BATCH, default 512]")
    var writeBatch: String?

    @Option(help: "Connections at one time at most. [MONITOR_MAX_CONNECTIONS, default 10000]")
    var maxConnections: String?

    @Flag(
        help: """
            Fill an empty database with a made-up day and let it live on; without --db a temporary one, which goes with \
            the server.
            """)
    var demo = false

    @Flag(help: "Listen beyond loopback although anyone there can then read and write.")
    var iKnowThisIsOpen = false

    package init() {}
}
