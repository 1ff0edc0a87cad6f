import ReplicaLogic
import Vocabulary

/// The peer's feed, read over the peer's MariaDB with an account that may read the feed's views and nothing else.
///
/// One consumer at a time: the calls between `openSnapshot` and `closeSnapshot` see one moment of the peer's
/// database. A failure of the connection closes the snapshot; the next call connects again. Every call may be
/// cancelled, which ends the connection.
package protocol PeerFeedPort: TableReadingPort {
    /// The life of the feed; also the probe of the database path.
    func incarnation() async throws(FeedFailure) -> Incarnation
    /// Every life that the present one took the place of, after restores; none where it is the first.
    func formerLives() async throws(FeedFailure) -> Set<Incarnation>
    /// How far the peer has read this node's feed durably, by table: as it says itself, in whatever life that was.
    func cursors() async throws(FeedFailure) -> [TableName: FeedMemory]
    /// Which positions the feed can have reached.
    func reach() async throws(FeedFailure) -> FeedReach
    /// The tables the peer ships, with their columns.
    func catalogue() async throws(FeedFailure) -> [FeedTable]
    /// Opens a snapshot and asks at once what is new: a catch-up of nothing costs one question.
    func openSnapshot(
        newsIn tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> SnapshotOpening
    func closeSnapshot() async
    /// The next entries above `position`, oldest first, at most `limit`.
    func batch(
        of table: FeedTable, after position: FeedPosition, limit: Int, origin: FeedOrigin
    ) async throws(FeedFailure) -> FeedBatch
    /// Which of the tables hold an entry of that origin above the position given for each, in one question.
    func news(
        in tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> Set<TableName>
    /// What `rows` gives, of as many of the keys as are held in memory at one time; the others come back as the rest.
    func portion(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> RowPortion
    /// How many entries of that origin stand above `position`.
    func waiting(
        in table: FeedTable, after position: FeedPosition, origin: FeedOrigin
    ) async throws(FeedFailure) -> UInt64
}
