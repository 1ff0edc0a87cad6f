import Ports
import Synchronization
import Vocabulary

/// A connection to a database in memory. No connection outlives a database that is put back to an older image: its
/// next use says that it is broken, and the one after that connects anew.
final class MemoryConnection: Sendable {
    private let database: MemoryDatabase
    /// The start of the database that it is connected to.
    private let start = Mutex<Int?>(nil)

    init(_ database: MemoryDatabase) { self.database = database }

    func ask<Value: Sendable>(
        _ body: (inout MemoryDatabase.State) throws(FeedFailure) -> Value
    ) throws(FeedFailure) -> Value {
        guard use() else { throw .unreachable(path: .silent, words: Self.broken) }
        return try database.ask(body)
    }

    /// False where the connection turns out to be broken.
    func use() -> Bool {
        let present = database.starts
        return start.withLock { start in
            let isBroken = start != nil && start != present
            start = isBroken ? nil : present
            return !isBroken
        }
    }

    static let broken = "Server has gone away (2006)"
}
