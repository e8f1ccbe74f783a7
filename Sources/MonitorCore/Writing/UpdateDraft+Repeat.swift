extension UpdateDraft {
    /// Whether an update that was stored under this draft's id or key is the same one, sent before.
    ///
    /// The server says who the author is, and that may have changed.
    package func isSame(as earlier: Update) -> Bool {
        if let id, id != earlier.id { return false }
        var (new, old) = (content, earlier.content)
        (new.author, old.author) = (nil, nil)
        return new.json(for: taskID) == old.json(for: earlier.taskID)
    }
}
