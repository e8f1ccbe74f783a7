/// What `monitor-cli hook` does: hands one delivery over, or keeps it, and never has anything to say.
package struct Hook {
    private let arguments: HookArguments
    private let environment: Environment

    package init(_ arguments: HookArguments, environment: Environment = .process) {
        self.arguments = arguments
        self.environment = environment
    }

    package func run() {
        guard let source = arguments.source, let body = arguments.body.map({ Array($0.utf8) }) ?? HookInput.read(),
            !body.isEmpty, let settings = settings()
        else { return }
        let delivery = HookDelivery(source: source, arguments: arguments, environment: environment, body: body)
        deliver(delivery, to: settings)
    }

    private func deliver(_ delivery: HookDelivery, to settings: Settings) {
        guard let spool = Spool(environment) else { return _ = send(delivery, to: settings) }
        if settings.server.isForHooks && spool.isEmpty && send(delivery, to: settings) != .later { return }
        spool.append(delivery)
        FlusherProcess(settings: settings, environment: environment).start(unlessLocked: spool)
    }

    private func send(_ delivery: HookDelivery, to settings: Settings) -> DeliveryVerdict {
        var request = HTTPRequest(.post, delivery.target, headers: delivery.headers, body: delivery.body)
        if let token = settings.token { request.headers.append("Authorization", "Bearer \(token)") }
        return DeliveryVerdict(status: HookExchange().status(of: request, at: settings.server))
    }

    /// A setting that cannot be used is no reason to lose an event: it waits in the spool for one that can.
    private func settings() -> Settings? {
        let file = { try LoginFile.read(LoginFile.path(environment)) }
        if let settings = try? Settings.resolve(
            serverFlag: arguments.server, tokenFlag: arguments.token, environment: environment, loginFile: file)
        {
            return settings
        }
        return Settings(server: .standard, token: nil)
    }
}
