import NIOCore
import NIOSSL

/// What a failure of TLS says about the two secrets.
enum TLSVerdict: Sendable, Hashable {
    /// One side did not accept the other's certificate, or got none: the secrets differ.
    case secretMismatch
    /// The other side hung up in the middle of the handshake.
    case ended
    /// TLS failed for another reason.
    case encryption(String)

    /// What either side's refusal of a certificate is called, in the library's error texts and in TLS alerts.
    private static let proofWords = [
        "CERTIFICATE_VERIFY_FAILED", "UNKNOWN_CA", "BAD_CERTIFICATE", "CERTIFICATE_UNKNOWN", "CERTIFICATE_REQUIRED",
        "PEER_DID_NOT_RETURN_A_CERTIFICATE", "DECRYPT_ERROR", "ACCESS_DENIED",
    ]

    /// Nil where `error` has nothing to do with TLS.
    init?(_ error: any Error) {
        switch error {
        case NIOSSLError.handshakeFailed(.sslError(let reasons)) where reasons == [.eofDuringHandshake]:
            self = .ended
        case is BoringSSLError, NIOSSLError.handshakeFailed:
            let words = "\(error)"
            self = Self.proofWords.contains(where: words.contains) ? .secretMismatch : .encryption(words)
        default: return nil
        }
    }
}
