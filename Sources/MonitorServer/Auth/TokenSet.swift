import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The tokens that the server knows; only their digests are kept, and every one is compared each time.
package struct TokenSet: Sendable {
    private struct Entry {
        let digest: SHA256Digest
        let owner: [UInt8]
        let principal: Principal
    }

    private var entries: [Entry] = []

    package init() {}

    package var isEmpty: Bool { entries.isEmpty }

    package mutating func add(_ token: String, name: String? = nil, scope: Principal.Scope) {
        entries.append(
            Entry(
                digest: SHA256.hash(data: Data(token.utf8)), owner: TokenSet.owner(of: token),
                principal: Principal(name: name, scope: scope)))
    }

    /// Whom the token stands for; the time it takes does not depend on the token.
    func principal(for token: some StringProtocol) -> Principal? {
        let digest = SHA256.hash(data: Data(token.utf8))
        var found: Principal?
        for entry in entries where entry.digest == digest { found = entry.principal }
        return found
    }

    /// Whom the owner's token stands for, as long as it is one of these.
    func principal(owner: [UInt8]) -> Principal? { entries.last { $0.owner == owner }?.principal }

    /// Stands for a token where the token must not be kept.
    static func owner(of token: some StringProtocol) -> [UInt8] {
        Array(SHA256.hash(data: Data("browser sessions of \(token)".utf8)))
    }

    /// Adds the lines of a tokens file: name, scope (`full`, `ingest`, `read`) and token, between white space or commas.
    package mutating func add(file text: String) throws(InvalidTokensFile) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let parts = line.split { $0 == "," || $0.isWhitespace }.map(String.init)
            if parts.isEmpty || parts[0].hasPrefix("#") { continue }
            guard parts.count == 3 else { throw InvalidTokensFile("line \(index + 1) is not: name scope token") }
            guard let scope = Principal.Scope(rawValue: parts[1]) else {
                // What stands there may be the token, in the wrong place: it is not repeated.
                throw InvalidTokensFile("line \(index + 1) has an unknown scope; it is one of full, ingest, read")
            }
            add(parts[2], name: parts[0], scope: scope)
        }
    }

    package struct InvalidTokensFile: Error, CustomStringConvertible {
        package let description: String
        init(_ description: String) { self.description = description }
    }
}
