import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that miss their deadlines, and streams whose client has gone.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionDeadlines.Limits
    private var deadlines: ConnectionDeadlines?
    private var timer: (task: Scheduled<Void>, deadline: NIODeadline)?
    private var isStreaming = false

    init(limits: ConnectionDeadlines.Limits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        deadlines = ConnectionDeadlines(limits: limits, now: .now())
        schedule(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.task.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.task.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            deadlines?.requestBegan(now: .now())
            schedule(context)
        case .end:
            deadlines?.requestEnded(now: .now())
            schedule(context)
        case .body: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): isStreaming = head.headerFields[.contentType] == "text/event-stream"
        case .end:
            isStreaming = false
            deadlines?.responseEnded(now: .now())
            schedule(context)
        case .body: break
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        deadlines?.writabilityChanged(isWritable: context.channel.isWritable, now: .now())
        schedule(context)
        context.fireChannelWritabilityChanged()
    }

    /// A client that closed its side of a stream will not read on.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isStreaming, case ChannelEvent.inputClosed = event { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// One timer, which looks what is due when it fires: a later deadline only moves a number, an earlier one moves it.
    private func schedule(_ context: ChannelHandlerContext) {
        guard let deadline = deadlines?.next, deadline < timer?.deadline ?? .distantFuture else { return }
        timer?.task.cancel()
        let connection = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let task = context.eventLoop.scheduleTask(deadline: deadline) {
            let (handler, context) = connection.value
            handler.timer = nil
            handler.closeIfDue(context)
        }
        timer = (task, deadline)
    }

    private func closeIfDue(_ context: ChannelHandlerContext) {
        guard let deadline = deadlines?.next, deadline <= .now() else { return schedule(context) }
        context.close(promise: nil)
    }
}
