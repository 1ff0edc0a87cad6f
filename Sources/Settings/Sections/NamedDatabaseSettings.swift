/// Section `database.server`: a MariaDB that someone else runs.
package struct NamedDatabaseSettings: Sendable, Equatable {
    /// `database.server.host`: its address. Default `127.0.0.1`. Not together with `socket`.
    package var host = "127.0.0.1"
    /// `database.server.socket`: its Unix socket, an absolute path. Default: none, TCP is used.
    package var socket: String?
    /// `database.server.port`: its TCP port, 1 to 65535. Default 3306.
    package var port: UInt16 = 3306
    /// `database.server.user`: the account the node logs in with. Default `comxfailover`.
    package var user = "comxfailover"
    /// `database.server.password` or `password_file`: that account's password. Default: none.
    package var password: SecretText?
    /// `database.server.tls_ca`: the certificate authority that signed the server's certificate, a PEM file by its
    /// absolute path. Default: none, the certificate is not verified.
    package var tlsAuthority: String?

    package init() {}
}
