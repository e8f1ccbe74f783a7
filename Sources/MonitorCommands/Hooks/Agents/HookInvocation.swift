/// How an agent hands its events to Monitor.
package struct HookInvocation: Equatable, Sendable {
    /// Absolute path of `monitor-cli`.
    package let binary: String
    package let delivery: Delivery

    package enum Delivery: Equatable, Sendable {
        /// Starts `monitor-cli hook`, which spools what the server cannot take.
        case command
        /// The agent posts by itself; `sendsToken` puts the token of its own environment into the request.
        case http(url: String, sendsToken: Bool)
    }

    package init(binary: String, delivery: Delivery = .command) {
        self.binary = binary
        self.delivery = delivery
    }

    /// As one line for a shell.
    package func line(_ source: String) -> String { "\(ShellWords.quoted(binary)) hook \(source)" }
}
