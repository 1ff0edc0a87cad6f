import Hummingbird
import NIOCore
import Ports

/// What a monitoring server reads: `GET /metrics` in Prometheus text, and `GET /healthz`.
package struct MetricsRouter: Sendable {
    private let console: any NodeConsolePort

    package init(console: any NodeConsolePort) {
        self.console = console
    }

    /// The router with both routes.
    package func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self)
        router.add(middleware: ErrorAnswers())
        router.get("metrics") { _, _ in
            Self.text(await console.metrics(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        router.get("healthz") { _, _ in Self.text("ok\n", type: "text/plain; charset=utf-8") }
        return router
    }

    private static func text(_ words: String, type: String) -> Response {
        Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: words)))
    }
}
