/// Texts that look like secrets and must stay to the byte.
enum LookAlikes {
    static let all = identifiers + keys + code + prose + shell + addresses + blocks

    static let identifiers = [
        "commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "550e8400-e29b-41d4-a716-446655440000",
        #""integrity": "sha512-z8PbGtXnVrHcTkKpzYxLqWmJ1u0A3kq0uXl5cR4mT2vPZb7dQ9eFhNnU6yS8wGjLrCtIoEaKxMvB3Df5H2J7Q==""#,
        "index 83db48f..f735c2d 100644",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "h1:k7Qz2mXw9Rb4TfV1nLc8HsD6pJy3GtA5eUo0W1x2y3z=",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7k7Qz2mXw9Rb4TfV1nLc8HsD6pJy3GtA5eUo0W user@host",
        "arn:aws:iam::123456789012:role/deploy",
        "toolu_01A09q90qw90lq917835lq9", "req_011CSHoEeqs5C35K2UUqR7Fy", "pk" + "_live_k7Qz2mXw9Rb4TfV1nLc8HsD6",
        "publicKeyToken=\"1fc8b3b9a1e18e3b\"",
    ]

    static let keys = [
        "sk-chasing-dots-spinner-container", "sk-folding-cube-animation-delay", "task-k7qz2mxw9rb4tfv1nlc8hsd6pj",
        "sk-abcdefghijklmnopqrstuvwxyz", "XAK" + "IA" + "Q7ZK2MXW4RBTFV5N", "AKIA", "AKIAshort",
        "AKIATOOLONGTOBEAKEYATALL99",
        "gh" + "p_tooshort", "gh" + "p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "hf_hub_download(repo_id)",
        "npm_config_cache=/tmp",
        "npm_package_dependencies_react", "eyJ is how base64 JSON begins", "eyJhbGciOiJIUzI1NiJ9.notatoken",
        "eyJhbGci.e30.x",
        "SG.UI.Button", "xoxo-hugs-and-kisses-everyone", "AIzaShort", "glpat-example",
        "pypi-publish-action-workflow-name",
        "monkey-9f86d081884c7d659a2feaa0c55ad015", "cache-key-9f86d081884c7d659a2feaa0c55ad015", "whsec_short",
    ]

    static let code = [
        "password: string", "password?: string;", "func login(password: String, token: String?)",
        "password: SecretStr = None",
        "token: UInt64", "secret: Uint8Array", "apiKey: process.env.API_KEY", "const token = process.env.GITHUB_TOKEN;",
        "api_key=os.environ[\"OPENAI_API_KEY\"]", "password=self.password", "password = getPassword2()",
        "secret = generate_secret(32)",
        "if password == \"\" {", "password !== confirmation", "token = lexer.nextToken()",
        "eos_token: \"<|endoftext|>\"",
        "max_tokens: 1234", "tokens: 1234", #"{"output_tokens":911,"token":12}"#,
        "<input type=\"password\" name=\"password\">",
        "input[type=password]:focus", "let password = \"\"", "password = password2", "Token::new(position)",
        "pad_token='[PAD]'",
        "secret: true", #"{"password":{"type":"string"}}"#, #""password": "required|string|min:8""#,
        #"{"NextToken":"\#(Filler.mixed(32))"}"#, "access_token_url: https://host/oauth2/token",
        "imagePullSecret: my-registry-1", "password: varchar(255)", "token?.value ?? 'none'",
    ]

    static let prose = [
        "The password is wrong.", "Password: must contain 8 characters", "\"password\": \"Enter your password\"",
        "Authorization: none", "Authorization: Bearer authentication is required", "Authorization: Bearer <token>",
        "the bearer of this letter", "token: expired", "secret: see the vault", "API key: not set", "forgot password?",
        "1 passed, pass: 10, fail: 2", "--- PASS: TestSha256AndMd5Sum (0.00s)",
        "PASS: 123456 FAIL: 0", "- Bearer https://tools.ietf.org/html/rfc6750",
        "Authorization: Bearer ACCESS_TOKEN_OF_THE_USER", "login with password works",
        "the --username and --password options of the command", "'Event::Pass' => '1.302103',",
    ]

    static let shell = [
        "PASSWORD=", "password=string", "connect(user=user, password=letters, host=host)", "password=\"\"",
        "password=$PASSWORD", "PASSWORD=${DB_PASSWORD}", "TOKEN=$(gh auth token)",
        "password=<password>",
        "API_KEY=your_api_key_here", "API_KEY=YOUR-API-KEY-123", "TOKEN=xxxxxxxxxxxx", "PASSWORD=********",
        "PASSWORD=changeme",
        "curl -H \"Authorization: Bearer $TOKEN\"", "curl -u \"$USER:$PASS\" https://host",
        "docker run -u 1000:1000 image",
        "git push -u origin main:main", "--password-stdin", "--token-file /run/secrets/token1",
        "PWD=/home/user1/project",
        "SECRET_KEY={{ secret_key }}", "DB_PASSWORD_FILE=/run/secrets/db_password1", "password=%s",
        "--password --verbose",
        "password=[redacted:password]",
    ]

    static let addresses = [
        "https://user@host/path", "ssh://git@github.com:22/a/b.git", "git@github.com:owner/repository.git",
        "http://localhost:8080/@scope/package", "https://cdn.example/npm/vue@3.4.1/dist",
        "postgres://user:$PASSWORD@host/db",
        "postgres://user:${DB_PASS}@host/db", "postgres://<user>:<password>@host", "https://host:443/?mail=a@b.c",
        "https://hooks.slack.com/services/", "://", "redis://cache:6379/0",
    ]

    static let blocks = [
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUF\n-----END CERTIFICATE-----",
        "if text.hasPrefix(\"-----BEGIN PRIVATE KEY-----\") { return }",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "let first = \"-----BEGIN PRIVATE KEY-----\"\nlet last = \"-----END PRIVATE KEY-----\"",
        "-----BEGIN PGP SIGNATURE-----\niQIzBAABCAAdFiEE\n-----END PGP SIGNATURE-----",
    ]
}
