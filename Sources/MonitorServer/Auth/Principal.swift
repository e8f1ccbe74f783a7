/// Who a token stands for and what it may do.
package struct Principal: Equatable, Sendable {
    package enum Scope: String, CaseIterable, Sendable {
        case full
        /// May only post updates and deliveries.
        case ingest
        /// May only read.
        case read
    }

    package let name: String?
    package let scope: Scope
}
