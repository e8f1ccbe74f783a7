package import ArgumentParser
import MonitorClient
package import MonitorCore

/// Which updates a list or a stream shows; of an option that repeats, any value matches.
package struct UpdateSelection: ParsableArguments {
    @Option(help: ArgumentHelp("Only from this source, such as manual; may repeat.", valueName: "source"))
    package var source: [String] = []

    @Option(help: ArgumentHelp("Only of this kind, such as tool_use; may repeat.", valueName: "kind"))
    package var kind: [String] = []

    @Option(help: ArgumentHelp("Only of this level; may repeat.", valueName: "level"))
    package var level: [Level] = []

    @Option(help: ArgumentHelp("Only with this tag; may repeat.", valueName: "tag"))
    package var tag: [String] = []

    package init() {}

    func add(to query: inout Query) {
        query.add("source", any: source)
        query.add("kind", any: kind)
        query.add("level", any: level.map(\.rawValue))
        query.add("tag", any: tag)
    }
}
