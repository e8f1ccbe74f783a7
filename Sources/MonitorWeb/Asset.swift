/// A file that pages refer to as `/assets/NAME`.
package struct Asset: Sendable {
    package let name: String
    package let contentType: String
    package let bytes: [UInt8]
    /// A strong entity tag, quoted: another content has another tag.
    package let entityTag: String

    /// Every asset inside the binary.
    package static let all: [Asset] = [
        Asset("monitor.css", .css, PackageResources.monitor_css),
        Asset("icons.svg", .svg, PackageResources.icons_svg),
        Asset("favicon.svg", .svg, PackageResources.favicon_svg),
        Asset("favicon-needs.svg", .svg, PackageResources.favicon_needs_svg),
        Asset("actions.js", .javaScript, PackageResources.actions_js),
        Asset("clock.js", .javaScript, PackageResources.clock_js),
        Asset("coalesce.js", .javaScript, PackageResources.coalesce_js),
        Asset("connection.js", .javaScript, PackageResources.connection_js),
        Asset("copy.js", .javaScript, PackageResources.copy_js),
        Asset("dashboard.js", .javaScript, PackageResources.dashboard_js),
        Asset("forms.js", .javaScript, PackageResources.forms_js),
        Asset("fragments.js", .javaScript, PackageResources.fragments_js),
        Asset("hub.js", .javaScript, PackageResources.hub_js),
        Asset("keys.js", .javaScript, PackageResources.keys_js),
        Asset("live.js", .javaScript, PackageResources.live_js),
        Asset("login.js", .javaScript, PackageResources.login_js),
        Asset("menu.js", .javaScript, PackageResources.menu_js),
        Asset("needs.js", .javaScript, PackageResources.needs_js),
        Asset("notify.js", .javaScript, PackageResources.notify_js),
        Asset("page.js", .javaScript, PackageResources.page_js),
        Asset("rows.js", .javaScript, PackageResources.rows_js),
        Asset("shell.js", .javaScript, PackageResources.shell_js),
        Asset("stream.js", .javaScript, PackageResources.stream_js),
        Asset("switcher.js", .javaScript, PackageResources.switcher_js),
        Asset("task.js", .javaScript, PackageResources.task_js),
        Asset("title.js", .javaScript, PackageResources.title_js),
        Asset("toast.js", .javaScript, PackageResources.toast_js),
        Asset("worker.js", .javaScript, PackageResources.worker_js),
        Asset("workstream.js", .javaScript, PackageResources.workstream_js),
    ]

    /// The API's description (OpenAPI 3.1), which is no page's.
    package static let openAPI = Asset("openapi.json", .json, PackageResources.openapi_json)

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static func named(_ name: String) -> Asset? { byName[name] }

    private enum ContentType: String {
        case css = "text/css; charset=utf-8"
        case javaScript = "text/javascript; charset=utf-8"
        case json = "application/json"
        case svg = "image/svg+xml"
    }

    private init(_ name: String, _ type: ContentType, _ bytes: [UInt8]) {
        self.name = name
        self.contentType = type.rawValue
        self.bytes = bytes
        self.entityTag = "\"\(String(Asset.hash(of: bytes), radix: 16))-\(bytes.count)\""
    }

    /// FNV-1a with 64 bits: the contents are ours, so nobody looks for collisions.
    private static func hash(of bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
