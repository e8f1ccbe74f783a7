/// `POST /api/updates/batch`: up to 1,000 updates, each good or bad on its own.
package struct UpdateBatch: Sendable {
    /// Per item of the body the draft or what is wrong with it.
    private let items: [Result<UpdateDraft, APIError>]

    /// Reads the body; with an `Idempotency-Key` each item gets one of its own, from its place.
    package init(body: JSONValue, idempotencyKey: String? = nil, author: String? = nil) throws {
        guard let elements = body.array else {
            throw APIError(.invalidField, "the body must be an array of updates, not \(body.kind.rawValue)")
        }
        if elements.count > Limits.batchCount {
            throw APIError(
                .invalidField, "the batch has \(elements.count) updates; at most \(Limits.batchCount) are allowed")
        }
        items = try elements.enumerated().map { index, element in
            do {
                var draft = try UpdateDraft(body: element, prefix: "[\(index)].")
                draft.idempotencyKey = idempotencyKey.map { "\($0)#\(index)" }
                if let author { draft.content.author = author }
                return .success(draft)
            } catch let error as APIError {
                return .failure(error)
            }
        }
    }

    /// The items that can be tried, in order.
    package var drafts: [UpdateDraft] { items.compactMap { try? $0.get() } }

    /// `{"results": [...]}`, one per item in order, from the outcomes of the drafts.
    package func json(_ outcomes: [AppendOutcome]) -> [UInt8] {
        var rest = outcomes[...]
        let results = items.map { item -> [UInt8] in
            switch item {
            case .failure(let error): UpdateBatch.result(.rejected(error))
            case .success: UpdateBatch.result(rest.popFirst() ?? .rejected(APIError(.internalError, "no outcome")))
            }
        }
        var writer = JSONWriter()
        writer.member("results", json: JSONWriter.array(json: results))
        return writer.finish()
    }

    private static func result(_ outcome: AppendOutcome) -> [UInt8] {
        var writer = JSONWriter()
        switch outcome {
        case .stored(_, let json):
            writer.member("status", 201)
            writer.member("update", json: json)
        case .repeated(_, let json):
            writer.member("status", 200)
            writer.member("update", json: json)
        case .rejected(let error):
            writer.member("status", error.status)
            return writer.finish(appending: error.json)
        }
        return writer.finish()
    }
}
