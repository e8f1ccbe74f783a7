/// What the process ends with; scripts rely on these, so none ever changes its meaning.
package enum ExitStatus: Int32, CaseIterable, Sendable {
    case success = 0
    case refused = 1
    case notFound = 2
    case unreachable = 3
    case local = 4
    /// As `sysexits.h` has it, and ArgumentParser with it.
    case usage = 64

    package var meaning: String {
        switch self {
        case .success: "done"
        case .refused: "the server refused the request; its error is on standard error"
        case .notFound: "no such task or workstream, or more than one of that name"
        case .unreachable: "no server there, the connection broke, or it is no Monitor server"
        case .local: "a setting, the login file or the output of this machine cannot be used"
        case .usage: "the command line is wrong"
        }
    }

    /// For `--help`.
    package static let table =
        "Exit status:\n" + allCases.map { "  \($0.rawValue)\t\($0.meaning)" }.joined(separator: "\n")
}

/// Why a command ends without success, in words for its user.
package struct Failure: Error, Equatable, Sendable {
    package let status: ExitStatus
    package let message: String

    package init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
