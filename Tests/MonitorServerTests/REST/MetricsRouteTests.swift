import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct MetricsRouteTests {
    @Test func `what happened is counted, each sample on a line of its own`() async throws {
        try await withTestServer { server in
            let place = try await Place(server)
            _ = try await server.postUpdate(place.update())
            _ = try await server.post("/api/sources/claude-code", "{}")
            _ = try await server.post("/api/sources/claude-code", "no JSON")
            let text = try await server.get("/metrics").text
            let lines = text.split(separator: "\n").map(String.init)
            for line in [
                "monitor_updates 2", "monitor_tasks_needing_attention 0", "monitor_stream_subscribers 0",
                #"monitor_http_responses_total{method="POST",status="201"} 3"#,
                #"monitor_http_responses_total{method="POST",status="400"} 1"#,
                #"monitor_deliveries_total{source="claude-code",outcome="accepted"} 1"#,
                #"monitor_deliveries_total{source="claude-code",outcome="refused"} 1"#,
            ] {
                #expect(lines.contains(line), "\(line)\n\(text)")
            }
            #expect(text.hasSuffix("\n"))
        }
    }

    @Test func `a label's value is escaped`() {
        var metrics = MetricsText()
        metrics.add("m", .gauge, "Help.", [(["l": "a\"b\\c\nd"], 1)])
        #expect(metrics.text == "# HELP m Help.\n# TYPE m gauge\nm{l=\"a\\\"b\\\\c\\nd\"} 1\n")
    }
}
