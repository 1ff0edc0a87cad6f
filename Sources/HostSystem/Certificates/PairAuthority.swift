import Crypto
import FoundationEssentials
import SwiftASN1
import X509

/// The pair's own certificate authority, made anew from the pair's key wherever it is needed.
///
/// The pair's key, itself derived from the shared secret, alone determines it: both nodes make the same authority
/// without ever talking, and a node whose certificate it signed has proved that it holds the secret. The authority's
/// own key never reaches a disk.
struct PairAuthority: Sendable {
    /// A derived number is no valid key about once in 2^32 draws; then the next one is drawn.
    private static let derivationAttemptsMax = 16
    /// Authorities do not age: a node whose clock is far off must still be able to say so encrypted.
    private static let validFrom = Date(timeIntervalSince1970: 946_684_800)
    private static let validUntil = Date(timeIntervalSince1970: 4_102_444_799)

    private let key: Certificate.PrivateKey
    /// Carries a fingerprint of the key, so that the authorities of two secrets never pass for each other.
    let name: DistinguishedName

    init(pairKey: [UInt8]) throws {
        let derived = try Self.deriveKey(from: pairKey)
        key = Certificate.PrivateKey(derived)
        let fingerprint = SHA256.hash(data: derived.publicKey.derRepresentation)
        name = try DistinguishedName {
            OrganizationName("comxfailover")
            CommonName("comxfailover pair \(Self.hexadecimal(fingerprint.prefix(8)))")
        }
    }

    var publicKey: Certificate.PublicKey { key.publicKey }

    /// This authority's certificate, signed by itself: what the nodes trust.
    func selfSigned() throws -> Certificate {
        try certificate(
            for: publicKey, named: name, from: Self.validFrom, until: Self.validUntil,
            extensions: authorityExtensions(for: publicKey))
    }

    /// A certificate of `successor` signed by this authority, with which a node that only knows this authority also
    /// accepts what `successor` signs.
    func crossSigned(_ successor: PairAuthority) throws -> Certificate {
        try certificate(
            for: successor.publicKey, named: successor.name, from: Self.validFrom, until: Self.validUntil,
            extensions: authorityExtensions(for: successor.publicKey))
    }

    /// A certificate that lets `key` speak for the node behind `names`, both as server and as client.
    func issue(
        to publicKey: Certificate.PublicKey, names: [GeneralName], from start: Date, until end: Date
    ) throws -> Certificate {
        let subject = try DistinguishedName {
            OrganizationName("comxfailover")
            CommonName("comxfailover node")
        }
        let extensions = try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage([.serverAuth, .clientAuth])
            SubjectAlternativeNames(names)
            SubjectKeyIdentifier(hash: publicKey)
            ownIdentifier
        }
        return try certificate(for: publicKey, named: subject, from: start, until: end, extensions: extensions)
    }

    /// Whether this authority signed `certificate`.
    func signed(_ certificate: Certificate) -> Bool {
        publicKey.isValidSignature(certificate.signature, for: certificate)
    }

    /// Points from a certificate to this authority as its signer.
    private var ownIdentifier: AuthorityKeyIdentifier {
        AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: publicKey).keyIdentifier)
    }

    private func certificate(
        for publicKey: Certificate.PublicKey, named subject: DistinguishedName, from start: Date, until end: Date,
        extensions: Certificate.Extensions
    ) throws -> Certificate {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey, notValidBefore: start,
            notValidAfter: end, issuer: name, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: extensions, issuerPrivateKey: key)
    }

    private func authorityExtensions(for publicKey: Certificate.PublicKey) throws -> Certificate.Extensions {
        try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
            SubjectKeyIdentifier(hash: publicKey)
            ownIdentifier
        }
    }

    private static func deriveKey(from pairKey: [UInt8]) throws -> P256.Signing.PrivateKey {
        let material = SymmetricKey(data: pairKey)
        var failure: any Error = CryptoKitError.incorrectKeySize
        for attempt in 0..<derivationAttemptsMax {
            let candidate = HKDF<SHA256>.deriveKey(
                inputKeyMaterial: material, salt: Array("comxfailover pair authority 1".utf8),
                info: Array("P-256 key, attempt \(attempt)".utf8), outputByteCount: 32)
            do {
                return try candidate.withUnsafeBytes { try P256.Signing.PrivateKey(rawRepresentation: $0) }
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
