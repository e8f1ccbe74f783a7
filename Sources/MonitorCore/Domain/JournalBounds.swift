/// The first seq that the journal still holds (or would hold next) and the last one.
package struct JournalBounds: Equatable, Sendable {
    package let oldest: Seq
    package let head: Seq

    package init(oldest: Seq, head: Seq) {
        self.oldest = oldest
        self.head = head
    }
}
