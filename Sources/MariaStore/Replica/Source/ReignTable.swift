import PairLogic
import ReplicaLogic
import Vocabulary

/// Who owns what, as this node's database keeps it: the records of reigns, and the barrier of a hand-over.
///
/// What changes who may write does so behind the gate: when it returns, whatever was written before is committed, and
/// nothing can be written any more as it was before.
struct ReignTable {
    /// How long a change waits for open writers, while others wait behind it.
    static let standDownSeconds = 1
    /// How often a moment without writers is looked for before anybody is made to wait, and how long apart.
    static let quietLooks = 10
    static let quietLookSeconds = 0.01

    let session: MariaSession

    func record(of scope: Scope) throws -> ReignRecord {
        guard let standing = try standing(of: ScopeRow(scope), locking: false) else {
            throw MariaError(number: 1146, message: "the ownership of \(scope.rawValue) has not been made yet")
        }
        return standing.record
    }

    /// Stores a record, unless a higher reign stands here.
    ///
    /// - Returns: what stands now.
    func store(_ wanted: ReignRecord, behind gate: CaptureGate) throws -> ReignRecord {
        try changing(wanted.ownership.scope, behind: gate) { standing, close in
            let next = standing.record.storing(wanted)
            guard next != standing.record else { return next }
            guard next.ownership != standing.record.ownership else {
                try write(next)
                return next
            }
            let isOwner = next.ownership.owner == standing.node
            let row = ScopeRow(next.ownership.scope)
            if isOwner { try ScopeReigns(session: session).claimMarked(over: row, since: next.ownership.epoch) }
            let drawn = try close()
            try ScopeReigns(session: session).end(row, at: drawn, next: next.ownership.epoch, isDrift: !isOwner)
            try write(next)
            if isOwner { try ScopeReigns(session: session).claimDrift(over: row, since: next.ownership.epoch) }
            return next
        }
    }

    /// Puts the barrier up: from here on what programs write in the scope is no write of this reign.
    ///
    /// - Returns: the last entry of this node's own that was written before; nothing above it belongs to the reign.
    func raiseBarrier(_ reign: Ownership, behind gate: CaptureGate) throws -> FeedPosition {
        try changing(reign.scope, behind: gate) { standing, close in
            guard standing.record.ownership == reign, standing.record.phase != .released else {
                throw Self.overtaken(standing.record)
            }
            let row = ScopeRow(reign.scope)
            if standing.record.phase == .settled {
                let drawn = try close()
                try ScopeReigns(session: session).end(row, at: drawn, next: reign.epoch, isDrift: true)
                try write(ReignRecord(reign, .closed))
            }
            let barrier = try ScopeReigns(session: session).reigns(over: row).last?.after ?? .start
            return try ownHead(of: standing.node, upTo: barrier)
        }
    }

    /// Takes the barrier down again: what programs wrote meanwhile is a write of the reign after all.
    func lowerBarrier(_ reign: Ownership, behind gate: CaptureGate) throws {
        try changing(reign.scope, behind: gate) { standing, close in
            guard standing.record.ownership == reign, standing.record.phase != .released else {
                throw Self.overtaken(standing.record)
            }
            guard standing.record.phase == .closed else { return }
            let row = ScopeRow(reign.scope)
            try ScopeReigns(session: session).claimMarked(over: row, since: reign.epoch)
            let drawn = try close()
            try ScopeReigns(session: session).end(row, at: drawn, next: reign.epoch, isDrift: false)
            try write(ReignRecord(reign))
            try ScopeReigns(session: session).claimDrift(over: row, since: reign.epoch)
        }
    }

    // MARK: The pieces

    private struct Standing {
        let record: ReignRecord
        let node: Mode
    }

    /// One change in one transaction, which holds the record's row; `close` closes the gate and draws a number.
    ///
    /// The row is locked before the gate closes: our own transactions take it before they write.
    private func changing<T>(
        _ scope: Scope, behind gate: CaptureGate, _ body: (Standing, () throws -> UInt64) throws -> T
    ) throws -> T {
        try session.script("SET innodb_lock_wait_timeout = \(Self.standDownSeconds)")
        // A session that could not open it any more is lost, and its locks with it.
        defer { try? gate.open() }
        return try session.transaction(.readCommitted) { session in
            guard let standing = try standing(of: ScopeRow(scope), locking: true) else {
                throw MariaError(number: 1146, message: "the ownership of \(scope.rawValue) has not been made yet")
            }
            return try body(standing) { try draw(behind: gate) }
        }
    }

    /// A number between the reigns: every write that drew a lower one is committed, and every later one draws a higher.
    ///
    /// No more than that needs the gate: where it is lost after this, those who pass have drawn for the reign that
    /// begins, and this transaction holds the settled head back until everybody can see so.
    private func draw(behind gate: CaptureGate) throws -> UInt64 {
        try close(gate)
        let drawn =
            try session.query("SELECT NEXTVAL(comxfailover_node.feed_sequence) AS drawn").first?
            .unsigned("drawn") ?? 0
        // Whoever had passed a gate that opened by itself might write below the number yet, and nobody wait for him.
        try gate.requireClosed()
        return drawn
    }

    /// Looks for a moment without writers first, which makes nobody wait.
    private func close(_ gate: CaptureGate) throws {
        for _ in 0..<Self.quietLooks {
            if try isClosedAtOnce(gate) { return try refuseForsaken(gate) }
            _ = try session.query("SELECT SLEEP(\(Self.quietLookSeconds)) AS slept")
        }
        try gate.close(waiting: Self.standDownSeconds)
        try refuseForsaken(gate)
    }

    private func isClosedAtOnce(_ gate: CaptureGate) throws -> Bool {
        do {
            try gate.close(waiting: 0)
            return true
        } catch let error {
            guard error.isRetryable else { throw error }
            return false
        }
    }

    private func refuseForsaken(_ gate: CaptureGate) throws {
        guard try !gate.hasForsaken() else { throw CaptureGate.forsaken }
    }

    private func standing(of row: ScopeRow, locking: Bool) throws -> Standing? {
        let rows = try session.query(
            "SELECT owner, epoch, self, phase FROM comxfailover_node.scope_role WHERE scope = ?"
                + (locking ? " FOR UPDATE" : ""), [.unsigned(UInt64(row.rawValue))])
        guard let found = rows.first, let scope = row.scope,
            let owner = Mode(number: UInt8(try found.unsigned("owner"))),
            let node = Mode(number: UInt8(try found.unsigned("self"))),
            let phase = ReignPhase(rawValue: try found.text("phase"))
        else { return nil }
        let epoch = Epoch(rawValue: try found.unsigned("epoch"))
        return Standing(
            record: ReignRecord(Ownership(scope: scope, owner: owner, epoch: epoch), phase), node: node)
    }

    private func write(_ record: ReignRecord) throws {
        let ownership = record.ownership
        try session.execute(
            "UPDATE comxfailover_node.scope_role SET owner = ?, epoch = ?, phase = ? WHERE scope = ?",
            [
                .unsigned(UInt64(ownership.owner.number)), .unsigned(ownership.epoch.rawValue),
                .text(record.phase.rawValue), .unsigned(UInt64(ScopeRow(ownership.scope).rawValue)),
            ])
    }

    /// The last entry that this node itself wrote, up to a position.
    private func ownHead(of node: Mode, upTo end: FeedPosition) throws -> FeedPosition {
        var head: UInt64 = 0
        for row in try session.query("SELECT number FROM comxfailover_node.feed_table WHERE installed = 1") {
            let text =
                "SELECT MAX(position) AS head FROM `comxfailover_node`.`feed_\(try row.unsigned("number"))`"
                + " WHERE node = \(node.number) AND position <= \(end.rawValue)"
            head = max(head, try session.query(text).first?.optionalUnsigned("head") ?? 0)
        }
        return FeedPosition(rawValue: head)
    }

    private static func overtaken(_ record: ReignRecord) -> MariaError {
        MariaError(
            number: 1644,
            message: "meanwhile the \(record.ownership.owner) owns \(record.ownership.scope.rawValue) "
                + "at epoch \(record.ownership.epoch.rawValue)")
    }
}
