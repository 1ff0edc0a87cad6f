import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore
import Ports
import Testing
import WebConsole

/// Asks the API's router without a socket.
struct RouterClient {
    let console: any NodeConsolePort

    func ask(_ method: HTTPRequest.Method, _ path: String, body: Data?) async throws -> TestResponse {
        let router = APIRouter(console: console, softwareVersion: "9.8.7").router()
        return try await Application(router: router).test(.router) { client in
            try await client.execute(
                uri: "\(APIRouter.root)/\(path)", method: method, body: body.map { ByteBuffer(bytes: $0) })
        }
    }
}

extension TestResponse {
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body.readableBytesView))
    }

    /// The values of a body with one JSON object a line.
    func lines<Value: Decodable>(_ type: Value.Type) throws -> [Value] {
        let text = String(buffer: body)
        #expect(text.hasSuffix("\n"))
        return try text.split(separator: "\n").map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }

    /// Expects an error with this status and code, whose message holds `words`.
    func expectError(
        _ status: HTTPResponse.Status, _ code: String, naming words: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(self.status == status, sourceLocation: sourceLocation)
        let error = try value(ErrorBody.self).error
        #expect(error.code == code, sourceLocation: sourceLocation)
        #expect(error.message.contains(words), "\(error.message)", sourceLocation: sourceLocation)
    }
}
