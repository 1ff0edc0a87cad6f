import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import Ports
import ServiceLifecycle

/// Serves the files of phones and gateways over HTTPS.
///
/// `run` returns after a graceful shutdown. Where the port cannot be opened or the certificate cannot be read it
/// throws `ListenFailure`, or, where it is told to be patient, tries again and again. A certificate that is renewed
/// counts from the next start on.
package struct ProvisioningService: Service {
    private let router: ProvisioningRouter
    private let place: ProvisioningPlace
    private let logger: Logger
    private let patience: PortPatience?
    private let whenRunning: @Sendable (Int) async -> Void

    /// `whenRunning` is called once, with the port in use.
    package init(
        router: ProvisioningRouter, place: ProvisioningPlace, logger: Logger, patience: PortPatience? = nil,
        whenRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.router = router
        self.place = place
        self.logger = logger
        self.patience = patience
        self.whenRunning = whenRunning
    }

    package func run() async throws {
        guard let patience else { return try await serve() }
        try await patience.serving { try await serve() }
    }

    private func serve() async throws {
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
                patience?.opened()
                await whenRunning(portInUse)
            },
            logger: logger.forLibrary)
        do {
            try await application.run()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ListenFailure(error, host: place.host, port: place.port)
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
