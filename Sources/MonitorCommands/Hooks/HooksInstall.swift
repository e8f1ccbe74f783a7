package import ArgumentParser
import MonitorClient

package struct HooksInstall: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Add Monitor's hooks to an agent's settings, or bring them up to date.",
        discussion: """
            A second time changes nothing. The file of before is kept; `monitor-cli hooks uninstall` brings back its bytes. \
            `--http` lets Claude Code post by itself: no program is started for an event, but what happens while the \
            server is off is lost and shows as an error in every turn, and events carry no branch or repository.
            """
    )

    @Argument(help: "The agent.") package var agent: HookAgent

    @OptionGroup package var options: HooksOptions

    @Flag(help: "Only Claude Code: HTTP hooks instead of a program, where they work.") package var http = false

    @Flag(help: "Show what would change, and change nothing.") package var dryRun = false

    @OptionGroup(title: "Global options") package var global: GlobalOptions

    package init() {}

    package func validate() throws {
        if http && agent.name != HookAgent.claudeCode.name {
            throw ValidationError("--http is for claude-code only; the hooks of \(agent.title) start monitor-cli.")
        }
    }

    package func run() throws {
        let environment = Environment.process
        let folder = FileSystem.repository(of: try FileSystem.currentFolder())
        let binary = try options.binaryPath(environment, folder: try FileSystem.currentFolder())
        let scope = options.scope ?? .user
        let installation = HookInstallation(agent, scope, environment, folder: folder, isDryRun: dryRun)
        let delivery = try http ? httpDelivery(environment) : .command
        let change = try installation.install(HookInvocation(binary: binary, delivery: delivery))
        let output = Output(isQuiet: global.quiet)
        try output.json(bytes: change.json)
        for line in HookAdvice.lines(agent, change, delivery) { output.note(line) }
    }

    private func httpDelivery(_ environment: Environment) throws -> HookInvocation.Delivery {
        let settings = try Settings.resolve(
            serverFlag: global.server, tokenFlag: global.token, environment: environment,
            loginFile: { try LoginFile.read(LoginFile.path(environment)) })
        return .http(url: "\(settings.server)/api/sources/\(agent.name)", sendsToken: settings.token != nil)
    }
}
