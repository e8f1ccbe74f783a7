import MonitorClient
import Testing

@Suite struct EnvironmentTests {
    @Test(arguments: [
        (["MONITOR_AUTHOR": "a", "USER": "b", "LOGNAME": "c"], "a"), (["USER": "b", "LOGNAME": "c"], "b"),
        (["MONITOR_AUTHOR": "", "LOGNAME": "c"], "c"),
    ])
    func `an author is who MONITOR_AUTHOR says, else the user`(variables: [String: String], expected: String) {
        #expect(Environment(variables).author == expected)
    }

    @Test func `a bare environment still knows its user and home from the system`() {
        #expect(Environment([:]).author?.isEmpty == false)
        #expect(Environment([:]).configurationFolder?.hasSuffix("/.config") == true)
    }

    @Test(arguments: [
        (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/monitor/config.json"),
        (["XDG_CONFIG_HOME": "relative", "HOME": "/h"], "/h/.config/monitor/config.json"),
        (["HOME": "/h"], "/h/.config/monitor/config.json"),
    ])
    func `the login file is where XDG says`(variables: [String: String], expected: String) throws {
        #expect(try LoginFile.path(Environment(variables)) == expected)
    }
}
