import Crypto
import FoundationEssentials
import Ports
import SwiftASN1
import Vocabulary
import X509

/// What a node shows and trusts, in memory: the authorities, its own chain, its own key.
struct CertificateSet {
    /// Room for clocks that are apart: a certificate is good from this long before it was made.
    static let skewAllowed: TimeInterval = 2 * 86_400
    static let lifetime: TimeInterval = 10 * 365 * 86_400
    /// A certificate with less than this ahead of it is replaced.
    static let renewalMargin: TimeInterval = 365 * 86_400

    /// Trusted authorities, the current secret's first.
    let authorities: [Certificate]
    /// The node's own certificate, then the cross certificate during a change of the secret.
    let chain: [Certificate]
    let key: Certificate.PrivateKey

    /// A new key, and a certificate for it.
    static func issued(
        by current: PairAuthority, previous: PairAuthority?, names: [GeneralName], at now: WallTime
    ) throws -> CertificateSet {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let today = date(of: now)
        let leaf = try current.issue(
            to: key.publicKey, names: names, from: today - skewAllowed, until: today + lifetime)
        var authorities = [try current.selfSigned()]
        var chain = [leaf]
        if let previous {
            authorities.append(try previous.selfSigned())
            chain.append(try previous.crossSigned(current))
        }
        return CertificateSet(authorities: authorities, chain: chain, key: key)
    }

    init(authorities: [Certificate], chain: [Certificate], key: Certificate.PrivateKey) {
        self.authorities = authorities
        self.chain = chain
        self.key = key
    }

    /// Reads the three texts back; throws where one of them is damaged.
    init(authoritiesPEM: String, chainPEM: String, keyPEM: String) throws {
        authorities = try Self.certificates(in: authoritiesPEM)
        chain = try Self.certificates(in: chainPEM)
        key = try Certificate.PrivateKey(pemEncoded: keyPEM)
    }

    /// Whether this is what `issued` would make for the same arguments, with enough time ahead.
    func fits(
        current: PairAuthority, previous: PairAuthority?, names: [GeneralName], at now: WallTime
    ) -> Bool {
        guard let leaf = chain.first, leaf.publicKey == key.publicKey, current.signed(leaf) else { return false }
        guard authorities.map(\.publicKey) == [current.publicKey] + (previous.map { [$0.publicKey] } ?? []) else {
            return false
        }
        guard crossCertificateFits(current: current, previous: previous) else { return false }
        let today = Self.date(of: now)
        guard leaf.notValidBefore <= today, leaf.notValidAfter > today + Self.renewalMargin else { return false }
        let written = try? leaf.extensions.subjectAlternativeNames
        return written.map(Array.init) == names
    }

    func authoritiesPEM() throws -> String { try Self.text(of: authorities) }

    func chainPEM() throws -> String { try Self.text(of: chain) }

    func keyPEM() throws -> String { try key.serializeAsPEM().pemString + "\n" }

    private func crossCertificateFits(current: PairAuthority, previous: PairAuthority?) -> Bool {
        guard let previous else { return chain.count == 1 }
        guard chain.count == 2 else { return false }
        return chain[1].publicKey == current.publicKey && previous.signed(chain[1])
    }

    private static func certificates(in text: String) throws -> [Certificate] {
        try PEMDocument.parseMultiple(pemString: text).map { try Certificate(pemDocument: $0) }
    }

    private static func text(of certificates: [Certificate]) throws -> String {
        try certificates.map { try $0.serializeAsPEM().pemString + "\n" }.joined()
    }

    private static func date(of time: WallTime) -> Date {
        Date(timeIntervalSince1970: Double(time.rawValue) / 1_000_000)
    }
}
