/// Finds the one thing that a person names by id, by the beginning of its id, or by its exact name.
package enum Reference {
    /// Something that can be named.
    package struct Candidate: Equatable, Sendable {
        package let id: String
        package let name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// Shorter beginnings are words more often than ids.
    package static let shortestPrefix = 4
    /// As many as a person reads; the rest is counted.
    private static let shownCandidates = 10

    /// The candidate meant, or a failure that lists what would be right; `noun` is `task` or `workstream`.
    package static func resolve(
        _ text: String, among candidates: [Candidate], noun: String
    ) throws(Failure) -> Candidate {
        let matches = candidates.filter { isMeant($0, by: text) }
        if matches.count == 1, let match = matches.first { return match }
        throw matches.isEmpty ? notFound(text, candidates, noun) : ambiguous(text, matches, noun)
    }

    private static func isMeant(_ candidate: Candidate, by text: String) -> Bool {
        candidate.name == text
            || (text.utf8.count >= shortestPrefix && candidate.id.hasPrefix(text.lowercased()))
    }

    private static func ambiguous(_ text: String, _ matches: [Candidate], _ noun: String) -> Failure {
        Failure(.notFound, "'\(text)' is more than one \(noun); name one by its id:\n\(list(matches))")
    }

    private static func notFound(_ text: String, _ candidates: [Candidate], _ noun: String) -> Failure {
        let problem = "there is no \(noun) '\(text)'"
        let near = candidates.filter { isNear(text, $0.name) }
        if near.isEmpty {
            return Failure(.notFound, "\(problem); `monitor-cli \(noun) list` shows what there is")
        }
        return Failure(.notFound, "\(problem); did you mean one of these?\n\(list(near))")
    }

    private static func list(_ candidates: [Candidate]) -> String {
        let lines = candidates.prefix(shownCandidates).map { "  \($0.id)  \($0.name)" }
        let rest = candidates.count - lines.count
        return (lines + (rest > 0 ? ["  and \(rest) more"] : [])).joined(separator: "\n")
    }

    /// The same but for case, a part of it, or a slip of the fingers or two.
    private static func isNear(_ text: String, _ name: String) -> Bool {
        if text.isEmpty { return false }
        return (text.count >= 3 && name.lowercased().contains(text.lowercased())) || Spelling.isNear(text, name)
    }
}
