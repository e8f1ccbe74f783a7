/// Beginnings of secrets that, repeated, make a careless scanner read the same bytes again and again.
enum HostileShapes {
    static let all = [
        "password=", "password='", "password=\"'", "\\\"password\\\":\\\"", "token:", "eyJ", "eyJabcdefghijkl.",
        "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n", "AKIA",
        "AKIA ",
        "://", "://a:", "://a:b", "a@://b:", "sk-", "sk--", "glpat-a.", "xoxb-", "ghp_", "Bearer ",
        "Authorization: Bearer ",
        "Authorization: a=", "login ", "login a password ", "curl -u a:", "curl -u ", "--password ", "--", "-", "\\",
        "\\u00",
        "%", "%3D", "\u{1B}[", "\u{1B}", "hooks.slack.com/services/", "SG.", "SG.aaaaaaaaaaaaaaaaaaaa.", "a", "\n",
        " = ",
        "k_e_y_:", "token=a_", "password=a_b-c.d/", "é", "password=é", "password=\u{0}",
    ]
}
