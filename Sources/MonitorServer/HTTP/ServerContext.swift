package import Hummingbird
import Logging
package import MonitorCore
package import NIOCore

/// What a request carries through the middleware to its route.
package struct ServerContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who the request's token or session says it is; `nil` without either.
    package var principal: Principal?
    /// The browser's session, where the request came with one's cookie.
    package var session: BrowserSession?
    /// The other end of the connection, which may be a proxy.
    package let peer: SocketAddress?

    package init(source: Source) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }
}
