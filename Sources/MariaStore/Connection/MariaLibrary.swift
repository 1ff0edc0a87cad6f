import CMariaDB
import Glibc

/// The client library's own initialisation, which must happen once before any thread connects.
enum MariaLibrary {
    /// A connection that the server closed must surface as an error and not as a signal, so `SIGPIPE` is ignored.
    static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return mysql_server_init(0, nil, nil) == 0
    }()
}
