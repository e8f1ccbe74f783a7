import MonitorCore

extension ToolRecord {
    /// What a command ended with, where its agent says it.
    package var exitCode: Int64? {
        let result = Payload(result)
        let places = [result, result["metadata"]]
        let told = places.lazy.flatMap { place in ["exit_code", "exitCode", "exit"].compactMap(place.int) }.first
        return told ?? (error ?? ToolCall.error(result)).flatMap(ToolRecord.exitCode(in:))
    }

    /// What came back, as a person reads it; what went wrong comes last.
    package var output: String? {
        let text = response.flatMap { ToolRecord.text(of: $0.unwrapped) } ?? ""
        let problem = error.map(ToolRecord.withoutExitCode) ?? ""
        let parts = (text == problem ? [text] : [text, problem]).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    /// The members that agents have for what came back, the more telling ones first.
    private static let members = [
        "output", "textResultForLlm", "text_result_for_llm", "content", "llmContent", "text", "returnDisplay", "result",
        "message",
    ]

    private static func text(of value: JSONValue) -> String? {
        if let text = value.string { return text.plainText }
        if let items = value.array { return lines(items) }
        let fields = Payload(value)
        let streams = [fields.text("stdout"), fields.text("stderr")].compactMap(\.self)
        if !streams.isEmpty { return streams.joined(separator: "\n") }
        if let text = fields.firstText(members) { return text }
        if let items = members.lazy.compactMap({ fields.value($0)?.array }).first { return lines(items) }
        if let content = fields["file"].text("content") { return content }
        return ToolCall.error(fields) ?? fields.value("filenames")?.array.flatMap(lines)
    }

    private static func lines(_ items: [JSONValue]) -> String? {
        let texts = items.prefix(1_000).compactMap { $0.string?.plainText ?? Payload($0).text("text") }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    /// The number in `Exit code 1` or `Command failed with exit code 1`, which stands in the first line.
    private static func exitCode(in error: String) -> Int64? {
        let words = error.prefix { $0 != "\n" }.prefix(200).lowercased().split(separator: " ")
        guard let place = words.firstIndex(of: "code"), place > 0, words[place - 1] == "exit",
            words.indices.contains(place + 1)
        else { return nil }
        return Int64(words[place + 1].prefix { $0.isNumber || $0 == "-" })
    }

    private static func withoutExitCode(_ error: String) -> String {
        guard exitCode(in: error) != nil, error.lowercased().hasPrefix("exit code") else { return error }
        return String(error.drop { $0 != "\n" }.dropFirst())
    }
}
