/// Where the provisioning service listens, and the certificate that it shows.
package struct ProvisioningPlace: Sendable, Hashable {
    package let host: String
    /// 0 lets the system choose.
    package let port: Int
    /// A PEM file with the certificate and what leads to an authority behind it.
    package let certificate: String
    /// A PEM file with its key.
    package let privateKey: String

    package init(host: String, port: Int, certificate: String, privateKey: String) {
        self.host = host
        self.port = port
        self.certificate = certificate
        self.privateKey = privateKey
    }

    var text: String { "\(host):\(port)" }
}
