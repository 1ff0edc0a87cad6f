/// Where a node keeps what it shows and trusts in TLS, as PEM files.
package struct TLSFiles: Sendable, Hashable {
    /// The authorities it trusts: the pair's, and nobody else's.
    package let authorities: String
    /// The certificate it shows, with what leads to an authority behind it.
    package let certificate: String
    /// The key of that certificate; only the owner may read the file.
    package let privateKey: String

    package init(authorities: String, certificate: String, privateKey: String) {
        self.authorities = authorities
        self.certificate = certificate
        self.privateKey = privateKey
    }
}
