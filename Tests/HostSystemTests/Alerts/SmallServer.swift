import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A small web server that answers each request as a test says, and keeps what it got.
final class SmallServer: Sendable {
    /// What is answered to one request.
    enum Answer: Sendable {
        case status(HTTPResponseStatus)
        case leads(to: String)
        case nothing
    }

    /// What came.
    struct Request: Sendable {
        let head: HTTPRequestHead
        let body: String
    }

    private struct State {
        var answers: [Answer]
        var requests: [Request] = []
    }

    private let state: Mutex<State>

    /// - Parameter answers: one after another; the last for all that follow.
    init(_ answers: [Answer]) { state = Mutex(State(answers: answers)) }

    var requests: [Request] { state.withLock { $0.requests } }

    /// Serves on a port of its own while `body` runs.
    func serving<T: Sendable>(_ body: (Int) async throws -> T) async throws -> T {
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(server: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let outcome: Result<T, any Error>
        do {
            outcome = .success(try await body(listener.localAddress?.port ?? 0))
        } catch {
            outcome = .failure(error)
        }
        try await listener.close().get()
        return try outcome.get()
    }

    fileprivate func answer(_ request: Request) -> Answer {
        state.withLock { state in
            state.requests.append(request)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers.first ?? .nothing
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let server: SmallServer
        private var head: HTTPRequestHead?
        private var body = ""

        init(server: SmallServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): self.head = head
            case .body(let part): body += String(buffer: part)
            case .end:
                guard let head else { return }
                switch server.answer(Request(head: head, body: body)) {
                case .status(let status): send(status, HTTPHeaders(), context)
                case .leads(let place): send(.found, ["Location": place], context)
                case .nothing: break
                }
                body = ""
            }
        }

        private func send(_ status: HTTPResponseStatus, _ headers: HTTPHeaders, _ context: ChannelHandlerContext) {
            var headers = headers
            headers.add(name: "Content-Length", value: "0")
            let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
