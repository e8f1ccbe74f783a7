package import Hummingbird
import Logging

/// What a request carries through the middleware to its route.
package struct ServerContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who the request's token says it is; `nil` without a token.
    package var principal: Principal?

    package init(source: Source) {
        coreContext = .init(source: source)
    }
}
