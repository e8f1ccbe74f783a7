package import MonitorClient
package import MonitorCore

/// What a server says of itself, as findings; one that cannot be reached is one finding and no more.
package struct ServerExamination {
    /// A browser's relative times and an agent's original times are off by no more than this.
    private static let clockTolerance: Int64 = 30

    let client: MonitorClient
    let now: Timestamp

    package init(client: MonitorClient, now: Timestamp = .now) {
        self.client = client
        self.now = now
    }

    package func findings() async -> [Finding] {
        do {
            try await client.checkLogin()
        } catch {
            return [unusable(error)]
        }
        var findings = [Finding("server", .ok, "\(client.server) answers, and takes what is sent with this token")]
        if let status = await answer("/api/status") { findings += [clock(status), database(status)] }
        if let sources = await answer("/api/sources") { findings += ServerExamination.deliveries(sources, now: now) }
        return findings
    }

    private func unusable(_ error: any Error) -> Finding {
        let failure = Failure(error) ?? Failure(.unreachable, "\(error)")
        let fix =
            failure.status == .unreachable
            ? "start it with `monitor-server`, or name another with MONITOR_SERVER or `monitor-cli login`"
            : "set MONITOR_TOKEN, or keep a token with `monitor-cli login`"
        // The advice behind the first line is the fix's.
        let detail = failure.message.split(whereSeparator: \.isNewline).first.map(String.init) ?? failure.message
        return Finding("server", .fault, detail, fix: fix)
    }

    private func answer(_ path: String) async -> JSONValue? {
        guard let answer = try? await client.send(.get, path), answer.isSuccess else { return nil }
        return try? JSONDocument(parsing: answer.body).value
    }

    private func clock(_ status: JSONValue) -> Finding {
        guard let theirs = status["now"]?.string.flatMap({ Timestamp(rfc3339: $0) }) else {
            return Finding(
                "clock", .warning, "the server does not tell its time", fix: "install the same version of both")
        }
        let seconds = (theirs.microseconds - now.microseconds) / 1_000_000
        if abs(seconds) <= ServerExamination.clockTolerance { return Finding("clock", .ok, "agrees with the server's") }
        return Finding(
            "clock", .warning, "the server's is \(abs(seconds)) s \(seconds > 0 ? "ahead" : "behind")",
            fix: "let both machines take their time from the network")
    }

    private func database(_ status: JSONValue) -> Finding {
        let bytes = status["database_bytes"]?.int ?? 0
        return Finding("database", .ok, "\(bytes / 1_048_576) MiB, \(status["head_seq"]?.int ?? 0) entries")
    }

    /// The sources that were heard of; the others have nothing to tell.
    package static func deliveries(_ sources: JSONValue, now: Timestamp) -> [Finding] {
        (sources["items"]?.array ?? []).compactMap { source in
            let (name, refused) = (source["name"]?.string ?? "?", source["refused"]?.int ?? 0)
            let last = source["last_delivery_at"]?.string.flatMap { Timestamp(rfc3339: $0) }
            if last == nil && refused == 0 { return nil }
            let ago = last.map { "last delivery \(age($0, now)) ago" } ?? "nothing was stored yet"
            if refused == 0 { return Finding("source \(name)", .ok, ago) }
            return Finding(
                "source \(name)", .warning, "\(ago); \(refused) refused since the server started",
                fix: "the server's log and the sender's own list of deliveries say why")
        }
    }

    private static func age(_ time: Timestamp, _ now: Timestamp) -> String {
        let seconds = max(0, (now.microseconds - time.microseconds) / 1_000_000)
        switch seconds {
        case ..<120: return "\(seconds) s"
        case ..<7_200: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3_600) h"
        default: return "\(seconds / 86_400) days"
        }
    }
}
