import Ports
import ReplicaLogic
import Vocabulary

/// Applies work in one transaction of the session, which is logged in as the account that capture passes by.
///
/// Set-based: a batch's keys go into a temporary table, one joined read locks what is here and tells what is
/// known of it, the decisions are made in plain values, then rows are deleted by join, inserted in bulk, and the
/// feed written in bulk with the original versions and origins.
struct BatchApplier {
    let session: MariaSession
    let tables: LocalTables
    let at: WallTime

    func apply(_ work: ApplyWork) throws -> ApplyReceipt {
        var receipt = ApplyReceipt()
        // Temporary tables are made before the transaction, whose rollback would otherwise forget them.
        let prepared = try work.tables.map { ($0, try tables.table($0.theirs.table, on: session)) }
        // The session's isolation is READ COMMITTED; saying so each time would cost a round trip.
        try session.transaction(.chained) { _ in
            for (part, local) in prepared where !part.rows.isEmpty {
                try apply(part, to: local, of: work, into: &receipt)
            }
            if !work.isRebuild || receipt.awaitingOwner == 0 { try saveCursors(work) }
            if let memory = work.memory { try CopyRecordTable(session: session).remember(memory) }
        }
        // Emptied once the rows are there for everybody to see, not while they are waited for.
        try session.besideTransactions { for (_, local) in prepared { try tables.emptyStage(of: local, on: session) } }
        return receipt
    }

    /// The same work, rolled back at the end; throws where it would not pass.
    func rehearse(_ work: ApplyWork) throws {
        struct Rehearsed: Error {}
        do {
            try session.transaction(.readCommitted) { _ in
                var receipt = ApplyReceipt()
                for part in work.tables {
                    let local = try tables.table(part.theirs.table, on: session)
                    try apply(part, to: local, of: work, into: &receipt)
                }
                throw Rehearsed()
            }
        } catch is Rehearsed {
            return
        }
    }

    private func apply(
        _ part: ApplyWork.Table, to local: LocalTable, of work: ApplyWork, into receipt: inout ApplyReceipt
    ) throws {
        let plan = ColumnPlan(theirs: part.theirs, ours: local.description.shape)
        guard
            part.theirs.keyColumns.map({ $0.name.lowercased() })
                == local.description.keyColumns.map({ $0.name.lowercased() })
        else { throw TableRefusal.unknownKeyColumn(local.description.table, column: part.theirs.keyColumns[0].name) }
        if !plan.isComplete {
            receipt.skippedColumns[local.description.table] = plan.onlyTheirs + plan.onlyOurs
        }
        try stage(part.rows, in: local)
        // The owner first, as everybody: a change of owner that waits for this transaction holds no row it wants.
        let reign = try lockedReign(over: local)
        let states = try lockedStates(count: part.rows.count, of: local)
        try tables.require(local, on: session)
        let judged = zip(part.rows, states).map { row, state -> JudgedRow in
            guard case .peerIsRight(let reason) = work.judgement,
                part.found.isStill(state.stamp?.version, under: row.key, isPresent: state.isPresent)
            else { return JudgedRow(row, local: state, suspectAbove: work.suspectAbove, reign: reign) }
            return JudgedRow(row, local: state, reason: reason)
        }
        try refuseOtherSpellings(judged, of: local, known: work.spellings[local.description.table] ?? [])
        try LedgerWriter(session: session, local: local, plan: plan, item: work.item, at: at)
            .record(judged, into: &receipt)
        try write(judged, to: local, plan: plan)
        try writeFeed(judged, of: local)
        for row in judged {
            if row.writesImage { receipt.applied += 1 } else { receipt.ignored += 1 }
            if row.awaitsOwner { receipt.awaitingOwner += 1 }
            receipt.newestClock = max(receipt.newestClock, row.writesImage ? row.row.stamp.version.clock : 0)
        }
    }

    func stage(_ rows: [FeedRow], in local: LocalTable) throws {
        try tables.emptyStage(of: local, on: session)
        tables.willFillStage(of: local)
        let keys = local.description.keyColumns.indices.map { "k\($0)" }
        let marks = Array(repeating: "?", count: keys.count + 1).joined(separator: ", ")
        try session.executeBulk(
            "INSERT INTO \(local.stage) (ordinal, \(keys.joined(separator: ", "))) VALUES (\(marks))",
            rows: rows.enumerated().map { [.unsigned(UInt64($0))] + $1.key })
    }

    /// The rows' states here: first the table, then the feed, in the order in which a writer locks them.
    private func lockedStates(count: Int, of local: LocalTable) throws -> [LocalState] {
        var states = [LocalState](repeating: LocalState(), count: count)
        var unstamped: [Int] = []
        try session.forEachRow(
            """
            SELECT s.ordinal, \(local.text.isPresent("t")) AS present, f.position, f.epoch, f.clock, f.node, f.seen,
              f.tombstone, f.drift, \(local.keepsOwnClock ? "f.own_clock" : "CAST(0 AS UNSIGNED)") AS own_clock,
              \(local.isRespelled) AS respelled
            FROM \(local.stage) s LEFT JOIN \(local.text.source) t ON \(local.joinStage)
              LEFT JOIN \(local.text.feedTable) f ON \(local.joinFeed)
            FOR UPDATE
            """
        ) { row in
            let ordinal = Int(try row.unsigned("ordinal"))
            states[ordinal].isPresent = try row.bool("present")
            states[ordinal].isRespelled = try states[ordinal].isPresent && row.bool("respelled")
            guard let number = try row.optionalUnsigned("node"), let node = Mode(number: UInt8(number)) else { return }
            states[ordinal].position = FeedPosition(rawValue: try row.unsigned("position"))
            states[ordinal].ownClock = try row.unsigned("own_clock")
            let epoch = try row.optionalUnsigned("epoch")
            if epoch == nil { unstamped.append(ordinal) }
            states[ordinal].stamp = RowStamp(
                version: Version(epoch: Epoch(rawValue: epoch ?? 0), clock: try row.unsigned("clock"), node: node),
                seen: try row.unsigned("seen"), isTombstone: try row.bool("tombstone"),
                isDrift: try row.optionalUnsigned("drift") == 1)
        }
        if !unstamped.isEmpty { try stampByReign(unstamped, &states, of: local) }
        for place in states.indices { states[place].noteOwnClock(at: local.node) }
        return states
    }

    /// What triggers wrote has the epoch of the reign it was written in.
    private func stampByReign(_ places: [Int], _ states: inout [LocalState], of local: LocalTable) throws {
        let reigns = try ScopeReigns(session: session).reigns(overTable: local.number)
        for place in places {
            guard let position = states[place].position, let stamp = states[place].stamp else { continue }
            guard let reign = reigns.first(where: { $0.contains(position) }) else {
                throw MariaError(number: 1366, message: "position \(position.rawValue) belongs to no reign")
            }
            states[place].stamp = RowStamp(
                version: Version(epoch: reign.epoch, clock: stamp.version.clock, node: stamp.version.node),
                seen: stamp.seen, isTombstone: stamp.isTombstone, isDrift: reign.isDrift)
        }
    }

    /// A row that stands here under another spelling of an arriving key may be another row of the peer's.
    private func refuseOtherSpellings(
        _ judged: [JudgedRow], of local: LocalTable, known: Set<[CellValue]>
    ) throws {
        let places = judged.indices.filter {
            judged[$0].isRespelledHere && judged[$0].writesImage && !known.contains(judged[$0].row.key)
        }
        guard !places.isEmpty else { return }
        let wanted = Set(places)
        let key = local.description.keyColumns.map { "t.\(MariaIdentifier.quoted($0.name))" }
        var spellings: [Spelling] = []
        try session.forEachRow(
            """
            SELECT s.ordinal, \(key.joined(separator: ", "))
            FROM \(local.stage) s STRAIGHT_JOIN \(local.text.source) t ON \(local.joinStage)
            """
        ) { row in
            let place = Int(try row.unsigned("ordinal"))
            guard wanted.contains(place) else { return }
            spellings.append(Spelling(arriving: judged[place].row.key, standing: Array(row.values.dropFirst())))
        }
        throw ApplyFailure.respelled(table: local.description.table, keys: spellings)
    }

    /// Since when this node owns the table's scope; nil where it does not. Held until the end, so that nobody
    /// stands down meanwhile: the same lock that a backfill takes before it draws a number.
    ///
    /// Behind the barrier of a giveback nothing is confirmed: the home node reads up to the barrier and no further, and
    /// a row taken there would stand here alone. It comes again when the barrier is down, or the home node owns it.
    private func lockedReign(over local: LocalTable) throws -> JudgedRow.Reign? {
        guard let role = try ScopeRole(of: local.text.scope, session: session, isHeld: true) else { return nil }
        switch role.refusal {
        case .notOwner: return nil
        case .givingBack: throw Self.isGivenBack(local)
        case nil:
            return JudgedRow.Reign(
                owner: role.owner, epoch: role.epoch, clock: UInt64(max(1, at.rawValue)))
        }
    }

    private static func isGivenBack(_ local: LocalTable) -> ApplyFailure {
        .retry(words: "\(local.description.table) is being given back to its home")
    }

    private func saveCursors(_ work: ApplyWork) throws {
        let moved = work.tables.compactMap { part in part.cursor.map { (part.theirs.table, $0) } }
        try CopyRecordTable(session: session).save(
            [work.item: Dictionary(moved) { $1 }], incarnation: work.incarnation)
    }
}
