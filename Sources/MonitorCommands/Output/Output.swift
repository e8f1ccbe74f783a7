import MonitorClient
package import MonitorCore

/// What a command says: results on standard output, everything else on standard error, nothing where it is quiet.
package struct Output: Sendable {
    package let isQuiet: Bool

    package init(isQuiet: Bool) { self.isQuiet = isQuiet }

    /// One line of JSON.
    package func json(_ value: JSONValue) throws { try json(bytes: value.bytes) }

    package func json(bytes: some Sequence<UInt8>) throws {
        if isQuiet { return }
        try write(TerminalText.escaped(json: bytes) + [UInt8(ascii: "\n")])
    }

    /// Text with its line break; control characters that others wrote into it are made visible.
    package func text(_ text: String) throws {
        if isQuiet { return }
        try write(Array("\(TerminalText.escaped(text))\n".utf8))
    }

    /// Something to know that is no result.
    package func note(_ text: String) {
        if isQuiet { return }
        // Nobody is left to tell when standard error is closed.
        try? StandardStream.error.write(Array("\(TerminalText.escaped(text))\n".utf8))
    }

    /// A question, with the cursor behind it.
    package func ask(_ question: String) {
        if isQuiet { return }
        try? StandardStream.error.write(Array(TerminalText.escaped(question).utf8))
    }

    private func write(_ bytes: [UInt8]) throws {
        do {
            try StandardStream.output.write(bytes)
        } catch let error as SystemError {
            throw Failure(.local, error.message)
        }
    }
}
