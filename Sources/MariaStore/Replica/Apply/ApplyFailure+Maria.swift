import Ports
import ReplicaLogic
import Vocabulary

extension ApplyFailure {
    /// Errors that say the disk is full: of the server's temporary files, of a table, of the system.
    private static let spaceNumbers: Set<UInt32> = [1021, 1114, 3, 1026, 1878]

    /// What an error means that no single row is to blame for; nil where a row must be looked for.
    static func general(_ error: any Error, in table: TableName?) -> ApplyFailure? {
        if let failure = error as? ApplyFailure { return failure }
        if let refusal = error as? TableRefusal { return .table(table: refusal.table, words: refusal.words) }
        if let change = error as? LocalTables.Changed { return .retry(words: "\(change.table) was altered meanwhile") }
        guard let error = error as? MariaError else { return .unavailable(words: "\(error)") }
        let words = "\(error.message) (\(error.number))"
        if error.isConnectionLost || error.isAccessDenied { return .unavailable(words: words) }
        if error.isRetryable { return .retry(words: words) }
        if spaceNumbers.contains(error.number) || error.message.contains("No space left") {
            return .noSpace(words: words)
        }
        if error.isMissingTable, let table { return .table(table: table, words: words) }
        return nil
    }
}
