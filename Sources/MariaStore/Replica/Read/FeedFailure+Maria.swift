import Ports
import Vocabulary

extension FeedFailure {
    /// What an error of MariaDB means to a reader.
    package init(_ error: any Error) {
        guard let error = error as? MariaError else {
            self = .refused(number: 0, words: "\(error)")
            return
        }
        let words = "\(error.message) (\(error.number))"
        if error.isAccessDenied {
            self = .unreachable(path: .databaseAccessDenied, words: words)
        } else if error.isGrantMissing {
            self = .unreachable(path: .databaseGrantMissing, words: words)
        } else if error.isTLS {
            self = .unreachable(path: .encryption, words: words)
        } else if error.isConnectionLost {
            self = .unreachable(path: Self.isRefusal(error) ? .portClosed : .silent, words: words)
        } else if error.isRetryable || error.number == Self.tableChanged {
            self = .retry(words: words)
        } else if [1054, 1146, 1356].contains(error.number) {
            self = .viewInvalid(words: words)
        } else {
            self = .refused(number: error.number, words: words)
        }
    }

    /// A table was altered after the snapshot was opened: a new snapshot sees it.
    private static let tableChanged: UInt32 = 1412

    /// Whether the system said that nobody listens: 111 is ECONNREFUSED, 2 is ENOENT on a socket's path.
    private static func isRefusal(_ error: MariaError) -> Bool {
        error.message.contains("(111)") || error.message.contains("(2)") || error.message.contains("Connection refused")
    }
}
