import MariaStore
import Vocabulary

/// One of several programs that write into one table at once: short and long transactions, some of them given up,
/// some partly undone.
struct BusyWriter: Sendable {
    let number: Int
    let node: CopyNode

    func work(transactions: Int) async throws {
        let connection = MariaConnection(endpoint: node.administrator)
        for turn in 0..<transactions {
            while true {
                do {
                    try await connection.perform { try transaction(turn, $0) }
                    break
                } catch let error as MariaError where error.isRetryable {
                    try await connection.perform { try $0.script("ROLLBACK") }
                }
            }
        }
        await connection.close()
    }

    private func transaction(_ turn: Int, _ session: MariaSession) throws {
        let first = number * 1_000_000 + turn * 10
        if turn % 4 == 0 {
            try session.script("INSERT INTO hotel.t VALUES (\(first), \(number), \(turn))")
            return
        }
        try session.script("START TRANSACTION")
        try session.script(
            "INSERT INTO hotel.t VALUES (\(first), \(number), \(turn)), (\(first + 1), \(number), \(turn))")
        // A long transaction: others draw later numbers meanwhile and commit before it.
        if (turn + number) % 8 == 3 { try session.script("DO SLEEP(0.15)") }
        try session.script("SAVEPOINT halfway")
        try session.script("INSERT INTO hotel.t VALUES (\(first + 2), \(number), \(turn))")
        try session.script("UPDATE hotel.t SET v = v + 1 WHERE id = \(first - 10)")
        try session.script("DELETE FROM hotel.t WHERE id = \(first - 19)")
        if turn % 3 == 0 { try session.script("ROLLBACK TO halfway") }
        try session.script("UPDATE hotel.t SET v = v + 100 WHERE id = \((number + 1) % 10 * 1_000_000)")
        try session.script(turn % 5 == 1 ? "ROLLBACK" : "COMMIT")
    }
}
