package import ArgumentParser
import MonitorClient

package struct SpoolCommands: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "spool",
        abstract: "Look at and send what hooks could not deliver.",
        subcommands: [SpoolStatus.self, SpoolFlush.self])

    package init() {}

    /// The spool of this user, or why there can be none.
    static func spool() throws(Failure) -> Spool {
        guard let spool = Spool(.process) else {
            throw Failure(.local, "there is no home folder to keep a spool in; set HOME or XDG_STATE_HOME")
        }
        return spool
    }
}
