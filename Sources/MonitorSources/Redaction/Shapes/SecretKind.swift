/// What a secret is; the replacement text names it.
enum SecretKind: String, CaseIterable {
    case apiKey = "api-key"
    case authorization
    case awsKey = "aws-key"
    case anthropicKey = "anthropic-key"
    case connectionString = "connection-string"
    case githubToken = "github-token"
    case gitlabToken = "gitlab-token"
    case googleKey = "google-key"
    case jwt
    case openAIKey = "openai-key"
    case packageToken = "package-token"
    case password
    case privateKey = "private-key"
    case secret
    case slackToken = "slack-token"
    case stripeKey = "stripe-key"
    case token
    case webhook

    var replacement: String { "[redacted:\(rawValue)]" }
}
