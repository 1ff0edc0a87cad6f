import AsteriskText
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Ports
import Vocabulary
import Wire

/// What phones and gateways ask: `GET /<file>`, each for its own and with its own credentials.
///
/// Credentials are judged before anything is looked up, so that whoever has none learns nothing: the answer about a
/// device that exists and one that does not is the same, and takes the same time. Nothing of a file or of credentials
/// reaches the log.
package struct ProvisioningRouter: Sendable {
    private let desk: PhoneFileDesk
    private let gate: ProvisioningGate
    private let logger: Logger

    package init(desk: PhoneFileDesk, clock: any ClockPort, logger: Logger) {
        self.desk = desk
        gate = ProvisioningGate(clock: clock)
        self.logger = logger
    }

    /// The router with its one route.
    package func router() -> Router<PhoneContext> {
        let router = Router(context: PhoneContext.self)
        router.get("{file}") { request, context in
            let name = context.parameters.get("file") ?? ""
            guard let device = PhoneFamily.device(inFileName: name) else { return Self.answer(.notFound) }
            let response = await answer(name, device, request, from: context.remoteHost)
            logger.info(
                "a phone asked for its file",
                metadata: [
                    "mac": "\(device)", "from": "\(context.remoteHost)", "status": "\(response.status.code)",
                ])
            return response
        }
        return router
    }

    private func answer(
        _ name: String, _ device: HardwareAddress, _ request: Request, from address: String
    ) async -> Response {
        guard gate.admits(device, from: address) else { return Self.answer(.tooManyRequests) }
        guard let header = request.headers[.authorization] else { return Self.answer(.unauthorized) }
        let given = BasicCredentials(header: header)
        let isOwn = desk.credentials.accepts(
            user: given?.user ?? "", password: given?.password ?? "", for: device)
        guard isOwn else {
            gate.refused(device, from: address)
            return Self.answer(.unauthorized)
        }
        gate.accepted(device)
        return await file(name, of: device)
    }

    private func file(_ name: String, of address: HardwareAddress) async -> Response {
        do throws(ConsoleFailure) {
            guard let device = try await desk.devices.device(address),
                let file = try desk.file(named: name, of: device)
            else { return Self.answer(.notFound) }
            var response = Self.answer(.ok)
            response.headers[.contentType] = file.contentType
            response.body = ResponseBody(byteBuffer: ByteBuffer(string: file.text))
            return response
        } catch {
            logger.error("a phone gets no file", metadata: ["mac": "\(address)", "reason": "\(error.words)"])
            return Self.answer(.serviceUnavailable)
        }
    }

    /// An answer without a body; a phone keeps what it has where it gets one.
    private static func answer(_ status: HTTPResponse.Status) -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        switch status {
        case .unauthorized: headers[.wwwAuthenticate] = "Basic realm=\"provisioning\", charset=\"UTF-8\""
        case .tooManyRequests, .serviceUnavailable:
            headers[.retryAfter] = String(ProvisioningLimits.retrySeconds)
        default: break
        }
        return Response(status: status, headers: headers)
    }
}
