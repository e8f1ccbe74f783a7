import Testing

@testable import MonitorServer

@Suite struct WebhookSecretsTests {
    static let secret = "It's a Secret to Everybody"
    static let digest = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"

    @Test func `GitHub's own example is valid, in either case of its digits`() {
        for digest in [Self.digest, Self.digest.uppercased()] {
            #expect(isValid("sha256=\(digest)"))
        }
    }

    @Test(arguments: [
        "", digest, "sha256=", "sha1=\(digest)", "SHA256=\(digest)", "sha256=\(digest)0", "sha256=\(digest.dropLast())",
        "sha256=\(digest.dropLast())6", "sha256= \(digest)", "sha256=\(digest.dropLast(2))zz",
        "sha256=\(digest),sha256=\(digest)",
    ])
    func `anything else is not`(_ signature: String) { #expect(!isValid(signature)) }

    @Test(arguments: 0..<13 * 8) func `one flipped bit of the body is noticed`(_ bit: Int) {
        var body = Array("Hello, World!".utf8)
        body[bit / 8] ^= 1 << (bit % 8)
        #expect(!WebhookSecrets.isValid(signature: "sha256=\(Self.digest)", of: body, secret: Self.secret))
    }

    private func isValid(_ signature: String) -> Bool {
        WebhookSecrets.isValid(signature: signature, of: Array("Hello, World!".utf8), secret: Self.secret)
    }
}
