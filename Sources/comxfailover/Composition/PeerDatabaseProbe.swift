import Ports
import Vocabulary

/// The probe of the database path: logs in at the peer and reads the life of its feed.
///
/// MariaDB's client library says of every connection that does not come about that it is "in progress" (115), so a
/// closed port looks like a silent one; then a plain knock at the port tells the two apart.
struct PeerDatabaseProbe: Sendable {
    /// How long the knock may take.
    static let knockLimit = Duration.milliseconds(500)

    let feed: any PeerFeedPort
    let witness: any WitnessPort
    let host: String
    let port: UInt16

    func incarnation() async throws(FeedFailure) -> Incarnation {
        do {
            return try await feed.incarnation()
        } catch {
            guard case .unreachable(.silent, _) = error,
                await witness.knock(host: host, port: Int(port), timeout: Self.knockLimit) == .refused
            else { throw error }
            throw .unreachable(path: .portClosed, words: "nothing listens on \(host):\(port)")
        }
    }
}
