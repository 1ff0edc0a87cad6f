import NIOSSL
import Ports

/// Makes what TLS needs from the node's files, anew for every connection: files that were replaced while the secret
/// changed are in use from the next connection on.
struct TLSContexts: Sendable {
    let files: TLSFiles

    /// For the side that was called: demands the caller's certificate.
    func server() throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfigurationWithMTLS(
            certificateChain: try chain(), privateKey: try key(), trustRoots: try authorities())
        configuration.certificateVerification = .noHostnameVerification
        configuration.minimumTLSVersion = .tlsv13
        return try NIOSSLContext(configuration: configuration)
    }

    /// For the side that calls. The host's name proves nothing here; the pair's authority does.
    func client() throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateChain = try chain()
        configuration.privateKey = try key()
        configuration.trustRoots = try authorities()
        configuration.certificateVerification = .noHostnameVerification
        configuration.minimumTLSVersion = .tlsv13
        return try NIOSSLContext(configuration: configuration)
    }

    private func chain() throws -> [NIOSSLCertificateSource] {
        try NIOSSLCertificate.fromPEMFile(files.certificate).map { .certificate($0) }
    }

    private func key() throws -> NIOSSLPrivateKeySource {
        .privateKey(try NIOSSLPrivateKey(file: files.privateKey, format: .pem))
    }

    private func authorities() throws -> NIOSSLTrustRoots {
        .certificates(try NIOSSLCertificate.fromPEMFile(files.authorities))
    }
}
