import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Ports
import Vocabulary

/// Alerts as JSON to a web address. Where it leads elsewhere nobody follows, and what it answers is not looked at but
/// for its status.
package struct WebhookAlerts: AlertPort {
    /// How long a connection, and the whole of it, may take.
    package static let connectMax = TimeAmount.seconds(5)
    package static let limit = TimeAmount.seconds(10)

    private let address: String
    private let softwareVersion: String
    private let limit: TimeAmount

    /// - Parameter address: `https://…`; it may hold a secret and is not repeated.
    package init(address: String, softwareVersion: String, limit: TimeAmount = WebhookAlerts.limit) {
        self.address = address
        self.softwareVersion = softwareVersion
        self.limit = limit
    }

    package func tell(_ message: AlertMessage) async throws(AlertFailure) {
        let status: HTTPResponseStatus
        do {
            var configuration = HTTPClient.Configuration(
                redirectConfiguration: .disallow, timeout: .init(connect: Self.connectMax, read: limit))
            configuration.connectionPool.retryConnectionEstablishment = false
            let request = try request(message)
            status = try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                try await client.execute(request, timeout: limit).status
            }
        } catch {
            throw AlertFailure(words(for: error))
        }
        switch status.code {
        case 200..<300: return
        case 300..<400:
            throw AlertFailure("it leads elsewhere (\(status.code)), where alerts do not go; set the new address")
        default: throw AlertFailure("it answers \(status.code) \(status.reasonPhrase)")
        }
    }

    private func request(_ message: AlertMessage) throws -> HTTPClientRequest {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "User-Agent", value: "comxfailover/\(softwareVersion)")
        request.body = .bytes(ByteBuffer(bytes: try encoder.encode(WebhookBody(message))))
        return request
    }

    private func words(for error: any Error) -> String {
        switch error {
        case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
            return "it did not answer within \(limit.nanoseconds / 1_000_000_000) s"
        case let error as HTTPClientError where error == .connectTimeout: return "nobody is there"
        case let error as HTTPClientError where error == .invalidURL: return "its address is none"
        default:
            // An error may repeat the address, and the address may be a secret.
            return "\(error)".replacing(address, with: "(its address)").prefix(300).description
        }
    }
}
