import Foundation
import Hummingbird
import NIOCore
import Ports
import ServiceLifecycle

extension Response {
    /// A stream of progress reports, one JSON object a line, each sent at once.
    ///
    /// The stream, and with it the work behind it, ends when the caller leaves and when the daemon stops.
    static func progress<Report: Encodable & Sendable>(
        _ reports: AsyncStream<Report>, for request: Request
    ) -> Response {
        let body = ResponseBody { writer in
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                for await report in reports.cancelOnGracefulShutdown() {
                    var line = ByteBuffer(bytes: try encoder.encode(report))
                    line.writeInteger(UInt8(ascii: "\n"))
                    try await writer.write(line)
                }
                try await writer.finish(nil)
            }
        }
        return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: body)
    }
}
