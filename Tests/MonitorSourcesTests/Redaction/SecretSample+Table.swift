extension SecretSample {
    static let all = shapes + models + headers + pairs + addresses + keyBlocks

    static let shapes: [SecretSample] = [
        SecretSample("AWS key", "aws-key", "AK" + "IA" + Filler.upper(16)),
        SecretSample("AWS session key", "aws-key", "AS" + "IA" + Filler.upper(16)),
        SecretSample("GitHub personal token", "github-token", "gh" + "p_" + Filler.mixed(36)),
        SecretSample("GitHub app token", "github-token", "gh" + "s_" + Filler.mixed(36)),
        SecretSample("GitHub OAuth token", "github-token", "gh" + "o_" + Filler.mixed(36)),
        SecretSample(
            "GitHub fine-grained token", "github-token", "github" + "_pat_" + Filler.mixed(22) + "_" + Filler.mixed(59)),
        SecretSample("GitLab token", "gitlab-token", "gl" + "pat-" + Filler.mixed(20)),
        SecretSample("GitLab runner token", "gitlab-token", "gl" + "rt-" + Filler.mixed(20)),
        SecretSample(
            "GitLab routable token", "gitlab-token", "gl" + "pat-" + Filler.mixed(27) + ".01." + Filler.lower(9)),
        SecretSample("Slack bot token", "slack-token", "xox" + "b-2345678901-3456789012-" + Filler.mixed(24)),
        SecretSample("Slack user token", "slack-token", "xox" + "p-2345678901-3456789012-" + Filler.hex(32)),
        SecretSample("Slack app token", "slack-token", "xa" + "pp-1-A012345-345678-" + Filler.hex(40)),
        SecretSample("Stripe key", "stripe-key", "sk" + "_live_" + Filler.mixed(24)),
        SecretSample("Stripe restricted key", "stripe-key", "rk" + "_live_" + Filler.mixed(24)),
        SecretSample("Stripe test key", "stripe-key", "sk" + "_test_" + Filler.mixed(99)),
        SecretSample("Stripe webhook secret", "stripe-key", "wh" + "sec_" + Filler.mixed(32)),
        SecretSample("Google key", "google-key", "AI" + "za" + Filler.mixed(35)),
        SecretSample("Google access token", "google-key", "ya" + "29." + Filler.mixed(60)),
        SecretSample("Google client secret", "google-key", "GOC" + "SPX-" + Filler.mixed(28)),
        SecretSample("JWT", "jwt", webToken),
        SecretSample("npm token", "package-token", "np" + "m_" + Filler.mixed(36)),
        SecretSample("PyPI token", "package-token", "py" + "pi-AgEIcHlwaS5vcmc" + Filler.mixed(80)),
        SecretSample("SendGrid key", "api-key", "S" + "G." + Filler.mixed(22) + "." + Filler.mixed(43)),
        SecretSample("DigitalOcean token", "token", "do" + "p_v1_" + Filler.hex(64)),
        SecretSample("Vault token", "token", "hv" + "s." + Filler.mixed(90)),
        SecretSample("Shopify token", "token", "sh" + "pat_" + Filler.hex(32)),
    ]

    static let models: [SecretSample] = [
        SecretSample("OpenAI key", "openai-key", "s" + "k-" + Filler.mixed(48)),
        SecretSample("OpenAI project key", "openai-key", "s" + "k-proj-" + Filler.mixed(74) + "_" + Filler.mixed(70)),
        SecretSample("OpenAI service key", "openai-key", "s" + "k-svcacct-" + Filler.mixed(60)),
        SecretSample("Anthropic key", "anthropic-key", "s" + "k-ant-api03-" + Filler.mixed(93) + "AA"),
        SecretSample("Hugging Face token", "token", "h" + "f_" + Filler.mixed(34)),
        SecretSample("Groq key", "api-key", "gs" + "k_" + Filler.mixed(52)),
    ]

    static let headers: [SecretSample] = [
        SecretSample("bearer header", "authorization", "Authorization: Bearer ", Filler.mixed(32)),
        SecretSample("lower-case header", "authorization", "authorization: bearer ", Filler.lower(24)),
        SecretSample("basic header", "authorization", "Authorization: Basic ", "dXNlcjpwYXNz"),
        SecretSample("token header", "authorization", "-H 'Authorization: token ", Filler.hex(40), "'"),
        SecretSample("header in JSON", "authorization", #"{"Authorization":"Bearer "#, Filler.mixed(32), #""}"#),
        SecretSample("header without scheme", "authorization", "Authorization: ", Filler.hex(32)),
        SecretSample("proxy header", "authorization", "Proxy-Authorization: Basic ", "dXNlcjpwYXNzd29yZA=="),
        SecretSample("list of a header", "authorization", #"["Authorization", "Bearer "#, Filler.mixed(32), #""]"#),
        SecretSample("key header", "api-key", #"-H "X-Api-Key: "#, Filler.mixed(32), #"""#),
    ]

    static let pairs: [SecretSample] = [
        SecretSample("password in a query", "password", "https://host/login?user=a&password=", "hunter2", "&x=1"),
        SecretSample("password in a shell", "password", "PGPASSWORD=", "swordfish", " psql -h db"),
        SecretSample("password of letters", "password", "?user=a&password=", "letmein", "&b=c"),
        SecretSample("password of a mail server", "password", "SMTP_PASS=", "hunter2"),
        SecretSample("password of an account", "password", #"{"user":"a","pass":""#, "hunter2", #""}"#),
        SecretSample("secret of words", "secret", "JWT_SECRET=", "my-super-secret-key"),
        SecretSample("password with marks", "password", "export DB_PASSWORD='", "P@ss-w0rd", "'"),
        SecretSample("password of a YAML file", "password", "  password: ", "hunter2hunter2"),
        SecretSample("password of JSON", "password", #"{"password": ""#, "hunter2hunter2", #"", "a": 1}"#),
        SecretSample("password of JSON in JSON", "password", #"{\"password\":\""#, "hunter2hunter2", #"\",\"a\":1}"#),
        SecretSample("password of PHP", "password", "'password' => '", "tr0ub4dor&3", "',"),
        SecretSample("password option", "password", "mongodump --password ", "S3cret-word", " --db a"),
        SecretSample("password of ODBC", "password", "Server=db;User Id=sa;Password=", "Str0ng!Word", ";Encrypt=true"),
        SecretSample("password of curl", "password", "curl -s -u admin:", "hunter2", " https://host"),
        SecretSample("long option of curl", "password", "curl --user admin:", "hunter2", " https://host"),
        SecretSample("quoted password of curl", "password", "curl -u 'admin:", "hunter2!x", "' https://host"),
        SecretSample(
            "password of netrc", "password", "machine host.example login me password ", "hunter2x",
            "\nmachine b.example login x"),
        SecretSample(
            "AWS secret", "aws-key", "AWS_SECRET_ACCESS_KEY=", "wJalr" + "XUtnFEMI/K7MDENG/bPxRfi" + Filler.mixed(12)),
        SecretSample("AWS secret of a file", "aws-key", "aws_secret_access_key = ", Filler.mixed(40)),
        SecretSample("token of an environment", "token", "export FOO_TOKEN=", Filler.lower(20)),
        SecretSample(
            "token of npmrc", "token", "//registry.example/:_authToken=", "4f3a2b10-9c8d-4e7f-a6b5-" + Filler.hex(12)),
        SecretSample("API key of code", "api-key", "const apiKey = \"", Filler.mixed(32), "\";"),
        SecretSample("API key of a query", "api-key", "GET /v1?api_key=", Filler.hex(32), "&q=1"),
        SecretSample("client secret", "secret", #""client_secret": ""#, Filler.mixed(24), #"""#),
        SecretSample("storage account", "secret", "AccountName=a;AccountKey=", Filler.mixed(86) + "==", ";x=1"),
    ]

    static let addresses: [SecretSample] = [
        SecretSample("PostgreSQL address", "connection-string", "postgres://user:", "pass", "@host:5432/db"),
        SecretSample("Redis address", "connection-string", "redis://:", "hunter2", "@cache:6379/0"),
        SecretSample("MongoDB address", "connection-string", "mongodb+srv://app:", "p%40ssw0rd", "@c.example.net/x"),
        SecretSample("AMQP address", "connection-string", "amqps://u:", Filler.mixed(32), "@mq/vhost"),
        SecretSample(
            "address of a repository", "connection-string", "https://oauth2:", Filler.hex(24), "@git.example/a.git"),
        SecretSample(
            "Slack webhook", "webhook", "https://hooks.slack.com/services/", "T0123456/B0123456/" + Filler.mixed(24)),
        SecretSample(
            "Discord webhook", "webhook", "https://discord.com/api/webhooks/", "123456789012345678/" + Filler.mixed(68)),
    ]

    static let keyBlocks: [SecretSample] = [
        SecretSample("RSA key", "private-key", block("RSA PRIVATE KEY", separator: "\n")),
        SecretSample("PKCS8 key", "private-key", block("PRIVATE KEY", separator: "\n")),
        SecretSample("OpenSSH key", "private-key", block("OPENSSH PRIVATE KEY", separator: "\r\n")),
        SecretSample("PGP key", "private-key", block("PGP PRIVATE KEY BLOCK", separator: "\n")),
        SecretSample("numbered key", "private-key", block("EC PRIVATE KEY", separator: "\n    12→")),
        SecretSample(
            "key of a service account", "private-key", #""private_key": ""#, block("PRIVATE KEY", separator: #"\n"#),
            #"\n","client_email": "a@b""#),
        SecretSample(
            "key without its end", "private-key", "",
            String(block("PRIVATE KEY", separator: "\n").prefix(27 + 65 * 3)), "\n(3 more lines)"),
    ]

    private static func block(_ label: String, separator: String) -> String {
        let lines = (0..<6).map { String(Filler.mixed(70).dropFirst($0).prefix(64)) }
        let (first, last) = ("-----" + "BEGIN \(label)-----", "-----" + "END \(label)-----")
        return ([first] + lines + [last]).joined(separator: separator)
    }

    private static let webToken = [
        "ey" + "JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9", "ey" + "JzdWIiOiIxMjM0NTY3ODkwIn0", Filler.mixed(43),
    ].joined(separator: ".")
}
