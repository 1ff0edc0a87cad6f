import Foundation
import Glibc

/// The MariaDB server that a node runs for itself: where its files are and with which options it runs.
///
/// Everything lies in one folder: `data/` with the tables, the socket, the log, the pid file, and the option file
/// `mariadb.cnf`, with which a technician looks in: `mariadb --defaults-file=<folder>/mariadb.cnf`.
package struct PrivateServer: Sendable, Hashable {
    /// The longest path a Unix socket may have.
    package static let socketPathMax = 107

    /// The certificates for TLS, as PEM files.
    package struct Certificates: Sendable, Hashable {
        package var certificateFile: String
        package var keyFile: String
        /// The CA that clients and servers of this pair trust.
        package var caFile: String

        package init(certificateFile: String, keyFile: String, caFile: String) {
            self.certificateFile = certificateFile
            self.keyFile = keyFile
            self.caFile = caFile
        }
    }

    /// The folder that holds everything of this server; a relative path is taken from the working folder.
    package var folder: String
    /// The TCP port; nil for a server that listens on its socket only.
    package var port: UInt16?
    /// The addresses to listen on, as `bind-address` takes them: one, or several with commas between.
    package var bindAddress: String
    /// Nil for a server without TLS.
    package var certificates: Certificates?
    /// Memory for cached pages, in bytes.
    package var bufferPoolBytes: Int
    /// Further lines of the option file, such as `innodb-log-file-size=96M`.
    package var extraOptions: [String]
    /// The server program.
    package var program: String
    /// The program that fills an empty data folder.
    package var installProgram: String

    package init(
        folder: String, port: UInt16?, bindAddress: String = "127.0.0.1", certificates: Certificates? = nil,
        bufferPoolBytes: Int = 64 << 20, extraOptions: [String] = [], program: String = "/usr/sbin/mariadbd",
        installProgram: String = "/usr/bin/mariadb-install-db"
    ) {
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        self.port = port
        self.bindAddress = bindAddress
        self.certificates = certificates
        self.bufferPoolBytes = bufferPoolBytes
        self.extraOptions = extraOptions
        self.program = program
        self.installProgram = installProgram
    }
}

extension PrivateServer {
    package var dataFolder: String { folder + "/data" }
    package var socket: String { folder + "/mariadb.sock" }
    package var optionFile: String { folder + "/mariadb.cnf" }
    package var pidFile: String { folder + "/mariadb.pid" }
    package var logFile: String { folder + "/mariadb.log" }
    /// A server that starts removes temporary tables from its temporary folder, also those of another server that
    /// shares it: so each has its own.
    var temporaryFolder: String { folder + "/tmp" }
    /// Where an installation grows before it is whole; a leftover of a crash is thrown away.
    var unfinishedFolder: String { folder + "/data.unfinished" }

    /// The way in for the node itself: by the socket, as the account of the operating system's user, who needs no
    /// password because MariaDB asks the kernel who is calling.
    package var administrator: MariaEndpoint {
        var endpoint = MariaEndpoint.socket(socket, user: Self.systemUser)
        endpoint.connectTimeout = .seconds(2)
        return endpoint
    }

    /// The name of the user this process runs as.
    package static var systemUser: String {
        guard let entry = getpwuid(geteuid()) else { return "root" }
        return String(cString: entry.pointee.pw_name)
    }
}
