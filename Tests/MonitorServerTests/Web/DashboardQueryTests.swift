import MonitorCore
import Testing

@testable import MonitorServer

@Suite struct DashboardQueryTests {
    @Test func `a link changes one part and keeps the others`() throws {
        let form = FormQuery("status=working&source=claude-code&compact=true&sort=name")
        let query = try DashboardQuery(QueryDecoder(form, known: Set(form.items.map(\.name))))
        #expect(query.link() == "/dashboard?status=working&source=claude-code&sort=name&compact=true")
        #expect(query.link { $0.state = nil } == "/dashboard?source=claude-code&sort=name&compact=true")
        #expect(DashboardQuery().link() == "/dashboard")
    }

    @Test(arguments: ["status=sleeping", "sort=size", "compact=maybe", "workstream_id=x"])
    func `what is no state or order is an error that names it`(text: String) throws {
        let form = FormQuery(text)
        let decoder = try QueryDecoder(form, known: Set(form.items.map(\.name)))
        let error = #expect(throws: APIError.self) { try DashboardQuery(decoder) }
        #expect(error?.message.contains("'\(form.items[0].name)'") == true)
    }
}
