/// Whether the store is filled with the demo's day, and whose it is.
package enum DemoMode: Sendable {
    case off
    /// In the database that the person named.
    case named
    /// In one of its own, which goes with the server.
    case temporary
}
