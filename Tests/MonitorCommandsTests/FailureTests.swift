import MonitorClient
import MonitorCommands
import Testing

@Suite struct FailureTests {
    private func refused(_ status: Int, _ code: String?, retryAfter: Int? = nil) -> ClientError {
        .refused(Refusal(status: status, code: code, message: "what is wrong", retryAfter: retryAfter))
    }

    @Test func `a server that is not there is told with its address and how to start it`() {
        let failure = Failure(ClientError.unreachable(.standard, reason: "Connection refused"))
        #expect(failure.status == .unreachable)
        for hint in ["http://127.0.0.1:3000", "Connection refused", "`monitor-server`", "MONITOR_SERVER"] {
            #expect(failure.message.contains(hint))
        }
    }

    @Test func `each cause has its exit status`() {
        #expect(Failure(refused(422, "invalid_field")).status == .refused)
        #expect(Failure(refused(500, nil)).status == .refused)
        #expect(Failure(refused(404, "not_found")).status == .notFound)
        #expect(Failure(ClientError.connectionLost(reason: "x")).status == .unreachable)
        #expect(Failure(ClientError.badAnswer("x")).status == .unreachable)
        #expect(Failure(ClientError.badRequest("x")).status == .usage)
    }

    @Test func `a page that a proxy says is not found is no missing task`() {
        #expect(Failure(refused(404, nil)).status == .refused)
    }

    @Test func `a refusal says what to do where something can be done`() {
        #expect(Failure(refused(401, "unauthorized")).message.contains("MONITOR_TOKEN"))
        #expect(Failure(refused(503, "unavailable", retryAfter: 7)).message.contains("Try again in 7 s"))
        #expect(Failure(refused(422, "invalid_field")).message == "what is wrong")
    }

    @Test func `the exit statuses are what scripts know`() {
        #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 64])
        for status in ExitStatus.allCases {
            #expect(ExitStatus.table.contains("\(status.rawValue)\t\(status.meaning)"))
        }
    }
}
