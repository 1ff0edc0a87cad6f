import Foundation
import Hummingbird
import NIOCore

extension Response {
    /// An answer whose body is `value` as JSON, with keys in order so that answers can be compared as text.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = ByteBuffer(bytes: try encoder.encode(value))
        return Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: bytes))
    }
}
