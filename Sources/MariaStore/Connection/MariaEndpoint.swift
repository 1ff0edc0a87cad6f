/// Where a MariaDB server is, who logs in, and how the connection is set up.
package struct MariaEndpoint: Sendable, Hashable {
    /// The way to the server.
    package enum Address: Sendable, Hashable {
        /// A Unix socket on this machine.
        case socket(path: String)
        /// A host name or IP address, and a port.
        case tcp(host: String, port: UInt16)
    }

    /// The settings every connection starts with: UTF-8, UTC, and strictness, but zero dates stay allowed
    /// because other programs' tables hold them.
    package static let standardSettings = [
        "SET NAMES utf8mb4",
        "SET time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'",
    ]

    package var address: Address
    package var user: String
    package var password: String
    /// The schema to start in; nil for none.
    package var database: String?
    package var tls: MariaTLS
    /// The address of this machine to dial from; nil leaves the choice to the system. Accounts are bound to it.
    package var sourceAddress: String?
    /// How long to wait for a connection; rounded up to whole seconds, as are the next two.
    package var connectTimeout: Duration
    /// How long one read may be silent before the connection counts as lost.
    package var readTimeout: Duration
    /// How long one write may be stuck before the connection counts as lost.
    package var writeTimeout: Duration
    /// Statements that run, in order, right after the login.
    package var sessionSettings: [String]

    package init(
        address: Address, user: String, password: String = "", database: String? = nil, tls: MariaTLS = .none,
        sourceAddress: String? = nil, connectTimeout: Duration = .seconds(5), readTimeout: Duration = .seconds(60),
        writeTimeout: Duration = .seconds(60), sessionSettings: [String] = standardSettings
    ) {
        self.address = address
        self.user = user
        self.password = password
        self.database = database
        self.tls = tls
        self.sourceAddress = sourceAddress
        self.connectTimeout = connectTimeout
        self.readTimeout = readTimeout
        self.writeTimeout = writeTimeout
        self.sessionSettings = sessionSettings
    }

    /// A server on this machine, by its Unix socket.
    package static func socket(_ path: String, user: String, password: String = "", database: String? = nil) -> Self {
        Self(address: .socket(path: path), user: user, password: password, database: database)
    }

    /// A server reached over the network.
    package static func tcp(
        _ host: String, port: UInt16, user: String, password: String, database: String? = nil, tls: MariaTLS
    ) -> Self {
        Self(address: .tcp(host: host, port: port), user: user, password: password, database: database, tls: tls)
    }
}

extension MariaEndpoint: CustomStringConvertible {
    /// Who and where, never the password.
    package var description: String {
        switch address {
        case .socket(let path): "\(user) at \(path)"
        case .tcp(let host, let port): "\(user) at \(host):\(port)"
        }
    }
}
