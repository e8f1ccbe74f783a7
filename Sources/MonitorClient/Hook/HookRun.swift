import MonitorCore

/// A whole run of `monitor-cli hook`: from the arguments to what became of the event.
package struct HookRun: Sendable {
    let arguments: HookArguments
    let environment: Environment
    let workingFolder: String?
    let host: String?
    let budget: Duration
    let startFlusher: @Sendable (Settings?) -> Void

    package init(
        _ arguments: HookArguments, environment: Environment, workingFolder: String?, host: String?,
        budget: Duration = Hook.budget, startFlusher: @escaping @Sendable (Settings?) -> Void
    ) {
        self.arguments = arguments
        self.environment = environment
        self.workingFolder = workingFolder
        self.host = host
        self.budget = budget
        self.startFlusher = startFlusher
    }

    /// Hands over what an agent wrote to `descriptor`; a hint where a person seems to have started it.
    package func run(reading descriptor: Int32 = 0) -> Hint? {
        switch input(descriptor) {
        case .terminal: return Hint.nothingToRead
        case .tooLarge:
            Spool(environment)?.count(.refused)
        case .body(let body):
            guard let source = arguments.source else {
                return StandardStream(descriptor: descriptor).isTerminal ? Hint.noSource : nil
            }
            if !body.isEmpty { _ = handOver(body, of: source) }
        }
        return nil
    }

    /// What to tell a person; never said to an agent.
    package enum Hint: Equatable, Sendable {
        case nothingToRead, noSource

        package var message: String {
            switch self {
            case .nothingToRead:
                """
                An agent writes its event to standard input, or gives it as the last argument.
                See `monitor-cli hook --help`.
                """
            case .noSource:
                """
                Say whose event it is, such as `monitor-cli hook claude-code`.
                See `monitor-cli hook --help`.
                """
            }
        }
    }

    package func handOver(_ body: [UInt8], of source: String) -> Hook.Outcome {
        let deadline = ContinuousClock.now + budget
        let settings = settings()
        let context = HookContext(environment: environment, workingFolder: workingFolder, host: host)
        var facts = context.facts(for: body)
        if let name = arguments.eventName.flatMap(HeaderText.encode) { facts.append("X-Monitor-Event", name) }
        let delivery = HookDelivery(
            time: Timestamp(microseconds: Platform.wallClockMicroseconds), key: HookDelivery.randomKey(),
            server: settings?.server, target: target(source), facts: facts, body: body)
        let hook = Hook(spool: Spool(environment), token: settings?.token) { startFlusher(settings) }
        return hook.handOver(delivery, until: deadline)
    }

    private func input(_ descriptor: Int32) -> HookInput {
        guard let payload = arguments.payload else { return HookInput.read(descriptor) }
        return payload.utf8.count <= Hook.bodyLimit ? .body(Array(payload.utf8)) : .tooLarge
    }

    private func settings() -> Settings? {
        try? Settings.resolve(
            serverFlag: arguments.server, tokenFlag: arguments.token, environment: environment,
            loginFile: { try LoginFile.read(LoginFile.path(environment)) })
    }

    private func target(_ source: String) -> String {
        var query = Query()
        query.add("task_id", arguments.task ?? environment["MONITOR_TASK"])
        query.add("workstream_id", arguments.workstream)
        return "/api/sources/\(Query.encode(source))\(query.encoded)"
    }
}
