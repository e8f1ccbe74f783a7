extension WordRule {
    static let all = clouds + forges + payments + models + packages + services + words

    /// The lengths are what the services hand out, or a little less where they differ from key to key.
    private static let clouds: [WordRule] =
        ["AKIA", "ASIA", "ABIA", "ACCA"].map { .exact($0, .awsKey, 16, of: [.upper, .digit]) } + [
            .exact("AIza", .googleKey, 35, of: .base64URL),
            .key("ya29.", .googleKey, 20, of: [.base64URL, .dot]),
            .key("GOCSPX-", .googleKey, 24, of: .base64URL),
            .key("dop_v1_", .token, 40, of: .hex),
            .key("doo_v1_", .token, 40, of: .hex),
            .key("dor_v1_", .token, 40, of: .hex),
            .key("hvs.", .token, 24, of: .base64URL),
            .key("hvb.", .token, 24, of: .base64URL),
            .exact("dapi", .token, 32, of: .hex),
            .key("sbp_", .token, 40, of: .hex),
        ]

    private static let forges: [WordRule] =
        ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map { .key($0, .githubToken, 36) } + [
            .key("github_pat_", .githubToken, 30, of: .word)
        ]
        + [
            "glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glft-", "glsoat-", "glimt-", "glagent-", "gloas-",
        ].map { .key($0, .gitlabToken, 20, of: [.base64URL, .dot]) }
        + ["ATATT3", "ATCTT3"].map { .key($0, .token, 50, of: [.base64URL, .base64Mark]) }

    private static let payments: [WordRule] =
        ["sk_live_", "sk_test_", "rk_live_", "rk_test_"].map { .key($0, .stripeKey, 16) } + [
            .key("whsec_", .stripeKey, 24, of: .base64),
            .key("shpat_", .token, 32, of: .alphanumeric),
            .key("shpss_", .token, 32, of: .alphanumeric),
            .key("shpca_", .token, 32, of: .alphanumeric),
            .key("shppa_", .token, 32, of: .alphanumeric),
            .key("sq0atp-", .token, 22, of: .base64URL),
            .key("sq0csp-", .token, 43, of: .base64URL),
        ]

    private static let models: [WordRule] = [
        .key("sk-ant-", .anthropicKey, 20, of: .base64URL),
        WordRule("sk-proj-", .numbered(.openAIKey, of: .base64URL, length: 20)),
        WordRule("sk-svcacct-", .numbered(.openAIKey, of: .base64URL, length: 20)),
        WordRule("sk-admin-", .numbered(.openAIKey, of: .base64URL, length: 20)),
        .key("sk-or-v1-", .apiKey, 40, of: .hex),
        WordRule("sk-", .numbered(.openAIKey, of: .alphanumeric, length: 20)),
        .key("hf_", .token, 30),
        .key("xai-", .apiKey, 40),
        .key("gsk_", .apiKey, 40),
        .key("r8_", .apiKey, 36),
        .key("pplx-", .apiKey, 40),
        WordRule("tvly-", .numbered(.apiKey, of: .base64URL, length: 24)),
        .key("lsv2_pt_", .apiKey, 32, of: .word),
        .key("lsv2_sk_", .apiKey, 32, of: .word),
    ]

    private static let packages: [WordRule] = [
        .exact("npm_", .packageToken, 36, of: .alphanumeric),
        .key("pypi-AgE", .packageToken, 16, of: .base64URL),
        WordRule("pypi-", .numbered(.packageToken, of: .base64URL, length: 50)),
        .key("rubygems_", .packageToken, 48, of: .hex),
        .key("dckr_pat_", .packageToken, 24, of: .base64URL),
    ]

    private static let services: [WordRule] =
        ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxo-", "xoxc-", "xoxd-", "xoxe-", "xoxe.", "xapp-"].map {
            WordRule($0, .numbered(.slackToken, of: [.base64URL, .dot], length: 16))
        } + [
            WordRule("SG.", .pair(.apiKey, length: 16)),
            .exact("SK", .apiKey, 32, of: .hex),
            .exact("key-", .apiKey, 32, of: .hex),
            .key("lin_api_", .apiKey, 32),
            .key("glsa_", .token, 32, of: .word),
            .key("glc_", .token, 40, of: .base64),
            .key("NRAK-", .apiKey, 27),
            .key("PMAK-", .apiKey, 40, of: .base64URL),
            .key("figd_", .token, 32, of: .base64URL),
            .key("ntn_", .token, 40),
            .key("AGE-SECRET-KEY-1", .privateKey, 50),
        ]

    private static let words: [WordRule] = [
        WordRule("eyJ", .webToken),
        WordRule("hooks.slack.com/services/", .webhook),
        WordRule("discord.com/api/webhooks/", .webhook),
        WordRule("discordapp.com/api/webhooks/", .webhook),
        WordRule("Bearer ", .bearer),
        WordRule("bearer ", .bearer),
        WordRule("curl", .curl),
        WordRule("login ", .netrc),
    ]
}
