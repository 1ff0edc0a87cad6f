import Vocabulary

/// The first numbers that this node has given to no stay and to no wake-up, nor to any edit of one, in no course of
/// events that its peer may remember.
///
/// People like small numbers, and they are counted on while everything that was ever given is known to stand here. From
/// a start of the server until the peer is found to remember nothing that is missing, and while this node takes back
/// what it lost, that is not known: then numbers of the feed are given, far above all that are counted.
struct OwnNumbers: Sendable, Hashable {
    /// The highest number that is ever reached by counting.
    static let countedMax: UInt64 = 9_999_999_999
    /// The most edits of a wake-up that are skipped at once.
    static let editsSkippedMax: UInt64 = 1 << 20

    let stay: UInt64
    let wakeUp: UInt64
    /// How many numbers of edits are left out, so that one made now is none that was forgotten.
    let editsSkipped: UInt32
    /// Whether everything that was ever given is known to stand here.
    let areCertain: Bool

    /// - Parameters:
    ///   - hasPeer: whether there is anybody who may hold what is missing here.
    ///   - isGiving: whether they are to be given, and not only shown.
    init(of node: Mode, hasPeer: Bool, isGiving: Bool, on session: MariaSession) throws {
        areCertain = try !hasPeer || Self.isEverythingHere(on: session)
        let bound = areCertain ? Self.countedMax : .max
        let lastStay = try Self.last("number", of: "stay", where: "node", is: node, upTo: bound, on: session)
        let lastWakeUp = try Self.last(
            "wake_up_number", of: "wake_up_event", where: "wake_up_node", is: node, upTo: bound, on: session)
        guard !areCertain else {
            (stay, wakeUp, editsSkipped) = (lastStay + 1, lastWakeUp + 1, 0)
            return
        }
        let last = max(lastStay, lastWakeUp, Self.countedMax)
        guard isGiving else {
            (stay, wakeUp, editsSkipped) = (last + 1, last + 1, 0)
            return
        }
        let drawn = try FeedSequence(session: session).draw(above: last - Self.countedMax)
        (stay, wakeUp) = (Self.countedMax + drawn, Self.countedMax + drawn)
        editsSkipped = 1 + UInt32(drawn % Self.editsSkippedMax)
    }

    /// Whether the server's run was begun, no comparison with the peer's memory is open, and none found a restore.
    private static func isEverythingHere(on session: MariaSession) throws -> Bool {
        try session.query(
            """
            SELECT suspect_above IS NULL AND EXISTS (SELECT 1 FROM comxfailover_node.server_run)
              AND NOT EXISTS (SELECT 1 FROM comxfailover_node.feed_gap) AS is_certain
            FROM comxfailover_node.feed_life WHERE id = 1
            """
        ).first?.bool("is_certain") ?? false
    }

    /// The wake-up of this node that has the highest number that was counted; 0 before there is one.
    static func lastCountedWakeUp(of node: Mode, on session: MariaSession) throws -> UInt64 {
        try last("wake_up_number", of: "wake_up_event", where: "wake_up_node", is: node, upTo: countedMax, on: session)
    }

    private static func last(
        _ column: String, of table: String, where owner: String, is node: Mode, upTo bound: UInt64,
        on session: MariaSession
    ) throws -> UInt64 {
        try session.query(
            "SELECT MAX(\(column)) AS last FROM comxfailover.\(table) WHERE \(owner) = ? AND \(column) <= ?",
            [.node(node), .unsigned(bound)]
        ).first?.optionalUnsigned("last") ?? 0
    }
}
