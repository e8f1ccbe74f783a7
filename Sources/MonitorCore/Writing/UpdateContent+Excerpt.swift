extension UpdateContent {
    /// Bytes of the last message that a task carries: a line of a list, not the text.
    private static let excerptLength = 1000

    /// The message as a task carries it, cut between characters.
    package var excerpt: String {
        if message.utf8.count <= UpdateContent.excerptLength { return message }
        let end = message.utf8.index(message.startIndex, offsetBy: UpdateContent.excerptLength)
        return String(message[..<(String.Index(end, within: message) ?? message.index(before: end))])
    }
}
