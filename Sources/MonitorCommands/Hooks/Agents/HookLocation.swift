package import MonitorClient

/// Where an agent keeps a file with hooks.
package enum HookLocation: Equatable, Sendable {
    /// Under the folder that `variable` names, else under `standard` in the home folder.
    case home(variable: String?, standard: String, file: String)
    /// In a repository.
    case repository(String)

    /// The absolute path; `folder` is the repository's.
    package func path(_ environment: Environment, folder: String) throws(Failure) -> String {
        switch self {
        case .repository(let file): return "\(folder)/\(file)"
        case .home(let variable, let standard, let file):
            if let variable, let base = environment[variable] {
                return try HookLocation.absolute(base, variable) + "/\(file)"
            }
            return "\(try HookLocation.home(environment))/\(standard)/\(file)"
        }
    }

    private static func absolute(_ path: String, _ variable: String) throws(Failure) -> String {
        guard path.hasPrefix("/") else {
            throw Failure(.local, "\(variable) must be an absolute path, not '\(path)'")
        }
        return path
    }

    static func home(_ environment: Environment) throws(Failure) -> String {
        guard let home = environment["HOME"] else { throw Failure(.local, "HOME is not set") }
        return home
    }
}
