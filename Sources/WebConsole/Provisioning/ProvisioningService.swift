import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import Ports
import ServiceLifecycle

/// Serves the files of phones and gateways over HTTPS.
///
/// `run` returns after a graceful shutdown; it throws `ListenFailure` where the port cannot be opened or the
/// certificate cannot be read. A certificate that is renewed counts from the next start on.
package struct ProvisioningService: Service {
    private let router: ProvisioningRouter
    private let place: ProvisioningPlace
    private let logger: Logger
    private let whenRunning: @Sendable (Int) async -> Void

    /// `whenRunning` is called once, with the port in use.
    package init(
        router: ProvisioningRouter, place: ProvisioningPlace, logger: Logger,
        whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.router = router
        self.place = place
        self.logger = logger
        self.whenRunning = whenRunning
    }

    package func run() async throws {
        let encryption = try encryption()
        let application = Application(
            router: router.router(),
            server: try .tls(
                .http1(configuration: .init(idleTimeout: .seconds(ProvisioningLimits.idleSecondsMax))),
                tlsConfiguration: encryption),
            configuration: ApplicationConfiguration(
                address: .hostname(place.host, port: place.port),
                availableConnectionsDelegate: .maximum(
                    ProvisioningLimits.connectionsMax, logger: logger.forLibrary)),
            onServerRunning: { channel in
                let portInUse = channel.localAddress?.port ?? place.port
                logger.info("phones get their files", metadata: ["address": "\(place.host):\(portInUse)"])
                await whenRunning(portInUse)
            },
            logger: logger.forLibrary)
        do {
            try await application.run()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ListenFailure.refused(place: place.text, reason: "\(error)")
        }
    }

    private func encryption() throws(ListenFailure) -> TLSConfiguration {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(place.certificate).map {
                NIOSSLCertificateSource.certificate($0)
            }
            let key = try NIOSSLPrivateKey(file: place.privateKey, format: .pem)
            return .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
        } catch {
            let reason = "the certificate \(place.certificate) with \(place.privateKey) cannot be used: \(error)"
            throw .refused(place: place.text, reason: reason)
        }
    }
}
