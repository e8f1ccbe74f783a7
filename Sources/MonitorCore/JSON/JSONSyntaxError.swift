/// Why a text is no JSON, and where.
package struct JSONSyntaxError: Error, Equatable, Sendable {
    package enum Problem: String, Sendable {
        case empty = "the body is empty; a JSON value is wanted"
        case truncated = "the JSON ends too early"
        case unexpectedByte = "this is no JSON"
        case trailingBytes = "there is more after the JSON value"
        case badNumber = "this is no JSON number"
        case badEscape = "this is no JSON escape"
        case controlCharacter = "a control character in a string must be escaped"
        case badUTF8 = "this is no valid UTF-8"
        case tooDeep = "the JSON is nested deeper than 256 levels"
    }

    package let problem: Problem
    /// Offset in bytes from the start of the text.
    package let offset: Int

    package var message: String { "\(problem.rawValue) (at byte \(offset))" }
}
