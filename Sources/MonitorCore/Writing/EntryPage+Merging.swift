extension EntryPage {
    /// Merges lists that each begin after the same cursor; `head` is where the journal ended for all of them.
    ///
    /// A list that was cut at the limit says nothing about what lies beyond its last entry.
    package init(merging lists: [[JournalEntry]], limit: Int, head: Seq) {
        let horizon = lists.compactMap { $0.count >= limit ? $0.last?.seq : nil }.min() ?? head
        self.init(
            entries: lists.joined().filter { $0.seq <= horizon }.sorted { $0.seq < $1.seq }, cursor: horizon)
    }
}
