import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Ports
import WebConsole

/// Talks to the daemon on this server over its Unix socket.
struct NodeClient: Sendable {
    /// The longest wait for an ordinary answer.
    static let answerTimeout = TimeAmount.seconds(30)
    /// The longest that long work may take.
    static let workTimeout = TimeAmount.hours(7 * 24)
    /// The largest answer, in bytes.
    static let answerSizeMax = 64 * 1024 * 1024

    let socketPath: String
    private let http: HTTPClient

    /// Runs `body` with a client whose connections are closed afterwards.
    static func with<Value>(
        socketPath: String, _ body: (NodeClient) async throws -> Value
    ) async throws -> Value {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        return try await HTTPClient.withHTTPClient(configuration: configuration) { http in
            try await body(NodeClient(socketPath: socketPath, http: http))
        }
    }

    /// Asks once and reads the answer's value.
    func ask<Value: Decodable>(_ call: APICall, for type: Value.Type = Value.self) async throws -> Value {
        let answer = try await send(call, timeout: Self.answerTimeout)
        let bytes: ByteBuffer
        do {
            bytes = try await answer.body.collect(upTo: Self.answerSizeMax)
        } catch {
            throw ClientFailure.brokenOff
        }
        return try decode(type, from: Data(bytes.readableBytesView))
    }

    /// Asks for long work and gives `heard` every report; returns after the last.
    ///
    /// Leaving early, by an error or by cancellation, stops the work in the daemon.
    func follow<Report: Decodable>(
        _ call: APICall, for type: Report.Type = Report.self, _ heard: (Report) async throws -> Void
    ) async throws {
        let answer = try await send(call, timeout: Self.workTimeout)
        var splitter = LineSplitter()
        var chunks = answer.body.makeAsyncIterator()
        while let chunk = try await next(&chunks) {
            for line in try splitter.arrived(chunk.readableBytesView) {
                try await heard(decode(type, from: Data(line)))
            }
        }
    }

    private func next(_ chunks: inout HTTPClientResponse.Body.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await chunks.next()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ClientFailure.brokenOff
        }
    }

    private func send(_ call: APICall, timeout: TimeAmount) async throws -> HTTPClientResponse {
        let answer: HTTPClientResponse
        do {
            answer = try await http.execute(try request(call), timeout: timeout)
        } catch {
            throw failure(behind: error)
        }
        guard (200..<300).contains(answer.status.code) else { throw try await refusal(answer) }
        return answer
    }

    private func request(_ call: APICall) throws -> HTTPClientRequest {
        let uri = "\(APIRouter.root)/\(call.path)"
        guard let url = URL(httpURLWithSocketPath: socketPath, uri: uri) else {
            throw ClientFailure.unreadable("\(socketPath) is no path of a socket")
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = call.method
        if let body = call.body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body))
        }
        return request
    }

    private func refusal(_ answer: HTTPClientResponse) async throws -> ClientFailure {
        let bytes = try await answer.body.collect(upTo: Self.answerSizeMax)
        let body = try decode(ErrorBody.self, from: Data(bytes.readableBytesView))
        return .answered(status: answer.status.code, body.error)
    }

    private func decode<Value: Decodable>(_ type: Value.Type, from bytes: Data) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: bytes)
        } catch {
            throw ClientFailure.unreadable("no \(type) in \(bytes.count) bytes")
        }
    }

    private func failure(behind error: any Error) -> any Error {
        switch error {
        case is CancellationError, is ClientFailure: error
        case let error as IOError where error.errnoCode == EACCES || error.errnoCode == EPERM:
            ClientFailure.forbidden(socket: socketPath)
        case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
            ClientFailure.silent(socket: socketPath, seconds: Self.answerTimeout.nanoseconds / 1_000_000_000)
        default: ClientFailure.noDaemon(socket: socketPath)
        }
    }
}
