import MonitorClient

/// The path of `monitor-cli` that hooks shall name: the one its user would keep, not the one a link leads to.
enum BinaryPath {
    /// From `--binary`, or from how this process was started.
    static func resolve(
        _ given: String?, startedAs: String, _ environment: Environment, folder: String
    ) throws(Failure) -> String {
        if let given { return try check(absolute(given, folder)) }
        let own = own(startedAs, environment, folder)
        let name = startedAs.split(separator: "/").last.map(String.init) ?? HookOwnership.program
        // The same program on the search path stays where it is when a newer one is put there.
        if let known = search(name, environment), FileSystem.realPath(known) == own.flatMap(FileSystem.realPath) {
            return try check(known)
        }
        guard let own else { throw Failure(.local, "cannot tell where monitor-cli lies; name it with --binary") }
        return try check(own)
    }

    private static func own(_ startedAs: String, _ environment: Environment, _ folder: String) -> String? {
        if startedAs.contains("/") { return absolute(startedAs, folder) }
        return search(startedAs, environment) ?? FileSystem.realPath("/proc/self/exe")
    }

    private static func search(_ name: String, _ environment: Environment) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        return folders.lazy.map { "\($0)/\(name)" }.first(where: FileSystem.isExecutable)
    }

    /// Without `.` and `..`, which are resolved by their names alone so that links stay.
    static func absolute(_ path: String, _ folder: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : "\(folder)/\(path)").split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    private static func check(_ path: String) throws(Failure) -> String {
        guard FileSystem.isExecutable(path) else { throw Failure(.local, "\(path) cannot be run") }
        guard HookOwnership.isProgram(path) else {
            throw Failure(
                .usage, "\(path): the program's name must begin with monitor-cli, or its hooks are not found again")
        }
        return path
    }
}
