import MonitorCore

extension ToolCall {
    /// A tool may report its failure as a result, without the event for failures.
    var hasFailed: Bool {
        let result = Payload(response)
        return result.isFalse("success") || result.isTrue("is_error") || result.isTrue("isError")
            || ToolCall.exitCode(result).map { $0 != 0 } ?? false
            || ToolCall.error(result) != nil
            || result.firstText(["resultType", "result_type"]).map { $0 != "success" } ?? false
    }

    /// What the response says about its failure.
    var failure: String? {
        guard hasFailed else { return nil }
        let result = Payload(response)
        return ToolCall.error(result)
            ?? result.firstText(["stderr", "message", "textResultForLlm", "text_result_for_llm", "output"])
    }

    /// What is under `error`: a text, or an object with one.
    static func error(_ fields: Payload) -> String? {
        fields.text("error") ?? fields["error"].firstText(["message", "name", "type"])
    }

    private static func exitCode(_ result: Payload) -> Int64? {
        let places = [result, result["metadata"]]
        return places.lazy.flatMap { place in ["exit_code", "exitCode", "exit"].compactMap(place.int) }.first
    }
}
