import Ports
import ReplicaLogic
import Vocabulary

/// The feed's life and the ownership rows: who this node is in the pair's eyes.
package struct FeedLifeTable {
    /// How far beyond the peer's memory a restored node moves its numbers.
    static let safetyMargin: UInt64 = 1_000_000
    /// How many numbers are skipped at a start: never the same, and more than a run ever draws by accident.
    static let gapLengths: ClosedRange<UInt64> = 1 << 20...1 << 30

    package let session: MariaSession

    package init(session: MariaSession) { self.session = session }

    /// Skips a stretch of numbers of random length, and remembers it.
    ///
    /// A database that was put back to an older image goes on where that image stood, and may soon have drawn more
    /// numbers than its peer remembers; but it skipped another stretch than the course of events that was lost. A peer
    /// that remembers a number inside a stretch skipped here has read that other course.
    ///
    /// A writer that drew a number before and commits after would leave an entry inside: so it must be a moment without
    /// one.
    ///
    /// - Parameters:
    ///   - isPatient: waits up to a second for the writers that are at work, while new ones wait behind it: so writers
    ///     that never pause all at once cannot put the moment off. Otherwise nobody is made to wait.
    ///   - gate: a gate of its own connection, open; it is open again when this returns.
    /// - Returns: whether it was such a moment.
    func skipNumbers(_ length: UInt64, isPatient: Bool, behind gate: CaptureGate) throws -> Bool {
        // A session that could not open it any more is lost, and its locks with it.
        defer { try? gate.open() }
        do {
            let isSkipped = try session.transaction(.readCommitted) { session in
                _ = try session.query(
                    "SELECT epoch FROM comxfailover_node.scope_role FOR UPDATE \(isPatient ? "WAIT 1" : "NOWAIT")")
                try gate.close(waiting: isPatient ? 1 : 0)
                guard try !gate.hasForsaken() else { return false }
                let head = try drawnHead()
                let drawn =
                    try session.query("SELECT NEXTVAL(comxfailover_node.feed_sequence) AS drawn")
                    .first?.unsigned("drawn") ?? 0
                // A crash between the two leaves numbers undrawn that no book calls a gap, which is harmless.
                _ = try session.query("SELECT SETVAL(comxfailover_node.feed_sequence, \(drawn + length))")
                // Who passed meanwhile may have drawn a number below the gap's end.
                try gate.requireClosed()
                try session.execute(
                    """
                    INSERT IGNORE INTO comxfailover_node.feed_gap (until_position, after_position, drawn)
                    VALUES (?, ?, ?)
                    """, [.unsigned(drawn + length), .unsigned(head.rawValue), .unsigned(drawn)])
                return true
            }
            // Not before the gap is in the books: until then nobody takes the numbers given so far for all there are.
            if isSkipped, try !isRunBegun() {
                try session.execute("INSERT INTO comxfailover_node.server_run (begun) VALUES (1)")
            }
            return isSkipped
        } catch let error as MariaError where error.isRetryable {
            return false
        }
    }

    /// Whether numbers were skipped since the server started, by itself or by a daemon that reached it.
    func isRunBegun() throws -> Bool { try !session.query("SELECT 1 FROM comxfailover_node.server_run").isEmpty }

    private func gaps() throws -> [NumberGap] {
        try session.query("SELECT after_position, drawn, until_position FROM comxfailover_node.feed_gap").map(Self.gap)
    }

    /// A gap as its table, or the view of it that the peer reads, holds it.
    static func gap(_ row: MariaRow) throws -> NumberGap {
        NumberGap(
            after: FeedPosition(rawValue: try row.unsigned("after_position")),
            drawn: FeedPosition(rawValue: try row.unsigned("drawn")),
            until: FeedPosition(rawValue: try row.unsigned("until_position")))
    }

    /// The peer's memory fits this feed: no course of events was lost, and what was skipped so far tells nothing more.
    func forgetGaps() throws { try session.execute("DELETE FROM comxfailover_node.feed_gap") }

    /// Where this feed stood when it last began a run that no comparison has found sound.
    private func firstSkip() throws -> FeedPosition? {
        try session.query("SELECT MIN(after_position) AS first FROM comxfailover_node.feed_gap").first?
            .optionalUnsigned("first").map(FeedPosition.init(rawValue:))
    }

    private func formerLives() throws -> [Incarnation] {
        try session.query("SELECT incarnation FROM comxfailover_node.feed_former_life").map {
            Incarnation(rawValue: try $0.unsigned("incarnation"))
        }
    }

    /// Makes the rows a new node begins with; leaves an existing node alone.
    ///
    /// - Parameter incarnation: drawn at random, used only where there is no life yet.
    package func prepare(mode: Mode, incarnation: Incarnation) throws {
        try session.transaction { session in
            for row in ScopeRow.allCases {
                let owner = row.scope.map { UInt64($0.home.number) } ?? 0
                let epoch = row.scope.map { Epoch.first(of: $0).rawValue } ?? 1
                try session.execute(
                    "INSERT IGNORE INTO comxfailover_node.scope_role (scope, owner, epoch, self) VALUES (?, ?, ?, ?)",
                    [
                        .unsigned(UInt64(row.rawValue)), .unsigned(owner), .unsigned(epoch),
                        .unsigned(UInt64(mode.number)),
                    ])
            }
            try ScopeReigns(session: session).begin()
            try session.execute(
                "INSERT IGNORE INTO comxfailover_node.feed_life (id, incarnation) VALUES (1, ?)",
                [.unsigned(incarnation.rawValue)])
        }
        try liftSequence()
    }

    /// Numbers that stand in the books were drawn, whatever the sequence says: one that a dump put back to its
    /// beginning would draw them again, into reigns that are over. A sequence that is further stays where it is.
    private func liftSequence() throws {
        let known =
            try session.query(
                """
                SELECT MAX(position) AS position FROM (
                  SELECT after_position AS position FROM comxfailover_node.scope_reign
                  UNION ALL SELECT until_position FROM comxfailover_node.feed_gap) known
                """
            ).first?.optionalUnsigned("position") ?? 0
        let drawn = max(known, try drawnHead().rawValue)
        guard drawn > 0 else { return }
        _ = try session.query("SELECT SETVAL(comxfailover_node.feed_sequence, \(drawn))")
    }

    /// The mode this database was made for; nil before `prepare`.
    package func mode() throws -> Mode? {
        try session.query("SELECT self FROM comxfailover_node.scope_role LIMIT 1").first
            .flatMap { Mode(number: UInt8(try $0.unsigned("self"))) }
    }

    package func life() throws -> FeedLife {
        let rows = try session.query(
            "SELECT incarnation, superseded, suspect_above FROM comxfailover_node.feed_life WHERE id = 1")
        guard let row = rows.first else { throw MariaError(number: 1146, message: "the feed has not been made yet") }
        return FeedLife(
            memory: FeedMemory(
                incarnation: Incarnation(rawValue: try row.unsigned("incarnation")), head: try drawnHead()),
            superseded: try row.optionalUnsigned("superseded").map(Incarnation.init(rawValue:)),
            suspectAbove: try row.optionalUnsigned("suspect_above").map(FeedPosition.init(rawValue:)),
            formerLives: try formerLives(), gaps: try gaps())
    }

    /// The highest position that was ever drawn and kept, also in entries that were removed since.
    package func drawnHead() throws -> FeedPosition {
        let mark = try session.query("SELECT high_mark FROM comxfailover_node.feed_life WHERE id = 1")
        let numbers = try session.query("SELECT number FROM comxfailover_node.feed_table WHERE installed = 1")
        var head = try mark.first?.unsigned("high_mark") ?? 0
        for row in numbers {
            for mode in Mode.allCases {
                let text =
                    "SELECT MAX(position) AS head FROM `comxfailover_node`.`feed_\(try row.unsigned("number"))`"
                    + " WHERE node = \(mode.number)"
                head = max(head, try session.query(text).first?.optionalUnsigned("head") ?? 0)
            }
        }
        return FeedPosition(rawValue: head)
    }

    /// Whether an operator took all capture off this node.
    package func isDetached() throws -> Bool {
        try session.query("SELECT detached FROM comxfailover_node.feed_life WHERE id = 1").first?.bool("detached")
            ?? false
    }

    package func setDetached(_ isDetached: Bool) throws {
        try session.execute(
            "UPDATE comxfailover_node.feed_life SET detached = ? WHERE id = 1", [.unsigned(isDetached ? 1 : 0)])
    }

    /// Notes how far the feed reached, before entries of it are removed: a feed that got shorter is not a restored one.
    package func markHighest() throws {
        try session.execute(
            "UPDATE comxfailover_node.feed_life SET high_mark = GREATEST(high_mark, ?) WHERE id = 1",
            [.unsigned(try drawnHead().rawValue)])
    }

    func begin(_ incarnation: Incarnation, superseding remembered: FeedMemory) throws {
        let head = try drawnHead()
        let next = max(head.rawValue, remembered.head.rawValue) + Self.safetyMargin
        _ = try session.query("SELECT SETVAL(comxfailover_node.feed_sequence, \(next))")
        try session.transaction { session in
            // What it follows is the life that the peer remembers, which need not be the one in the image.
            try session.execute(
                """
                INSERT IGNORE INTO comxfailover_node.feed_former_life (incarnation)
                SELECT incarnation FROM comxfailover_node.feed_life WHERE id = 1 UNION SELECT ?
                """, [.unsigned(remembered.incarnation.rawValue)])
            try session.execute(
                """
                UPDATE comxfailover_node.feed_life SET superseded = ?, incarnation = ?,
                  suspect_above = IFNULL(suspect_above, ?) WHERE id = 1
                """,
                [
                    .unsigned(remembered.incarnation.rawValue), .unsigned(incarnation.rawValue),
                    .unsigned(try firstSkip()?.rawValue ?? head.rawValue),
                ])
            try forgetGaps()
            try session.execute("DELETE FROM comxfailover_node.item_cursor")
            for item in try ItemCatalogueTable(session: session).all() {
                var record = try CopyRecordTable(session: session).record(of: item.name)
                record.isEstablished = true
                record.isRebuilding = true
                try CopyRecordTable(session: session).save(record, of: item.name)
            }
        }
    }

    func scopes() throws -> [ScopeReport] {
        try session.query("SELECT scope, owner, epoch FROM comxfailover_node.scope_role ORDER BY scope")
            .compactMap { row in
                guard let scope = ScopeRow(rawValue: UInt8(try row.unsigned("scope")))?.scope,
                    let owner = Mode(number: UInt8(try row.unsigned("owner")))
                else { return nil }
                return ScopeReport(scope: scope, owner: owner, epoch: Epoch(rawValue: try row.unsigned("epoch")))
            }
    }
}
