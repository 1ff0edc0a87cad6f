import Ports
import ReplicaLogic
import Vocabulary

extension MemoryDatabase {
    /// Applies work whole or not at all.
    func apply(_ work: ApplyWork) throws(ApplyFailure) -> ApplyReceipt {
        try change { state throws(ApplyFailure) in
            guard state.isUp else { throw .unavailable(words: "Connection refused (111)") }
            if !state.applyFailures.isEmpty { throw state.applyFailures.removeFirst() }
            var next = state
            var receipt = ApplyReceipt()
            for part in work.tables {
                for row in part.rows { try next.apply(row, of: part, work, &receipt) }
            }
            for part in work.tables where !work.isRebuild || receipt.awaitingOwner == 0 {
                guard let cursor = part.cursor else { continue }
                next.cursors[part.theirs.table] = cursor
                next.cursorLife[part.theirs.table] = work.incarnation
            }
            if let memory = work.memory { next.memory = memory }
            state = next
            return receipt
        }
    }

    /// Removes rows the authority does not have, each into the ledger.
    func remove(
        _ rows: FoundRows, of table: FeedTable, reason: LedgerReason
    ) throws(ApplyFailure) -> UInt64 {
        try change { state throws(ApplyFailure) in
            guard state.isUp else { throw .unavailable(words: "Connection refused (111)") }
            var removed: UInt64 = 0
            for key in rows.keys {
                let entry = state.tables[table.table]?.entries[key]
                let isPresent = state.tables[table.table]?.rows[key] != nil
                guard rows.isStill(entry?.stamp.version, under: key, isPresent: isPresent) else { continue }
                defer { state.tables[table.table]?.entries[key] = nil }
                guard let image = state.tables[table.table]?.rows.removeValue(forKey: key) else { continue }
                state.record(key, of: table.shape, loser: image, winner: nil, reason)
                removed += 1
            }
            return removed
        }
    }
}

extension MemoryDatabase.State {
    fileprivate mutating func apply(
        _ row: FeedRow, of part: ApplyWork.Table, _ work: ApplyWork, _ receipt: inout ApplyReceipt
    ) throws(ApplyFailure) {
        let theirs = part.theirs
        guard let table = tables[theirs.table], table.isCaptured, !NeverCopied.includes(theirs.table) else {
            throw .table(table: theirs.table, words: "there is no table \(theirs.table) on this server")
        }
        if let words = table.poison[row.key] {
            let names = zip(theirs.keyColumns.map(\.name), row.key.map { $0.readable ?? "NULL" })
            throw .row(table: theirs.table, key: Dictionary(names) { $1 }, number: 1406, words: words)
        }
        let local = table.entries[row.key]
        let (isApplied, stamp, reason) = judged(row, local, part, work)
        guard let stamp else {
            let verdict = RowVerdict.judging(incoming: row.stamp, local: local?.stamp)
            if verdict == .ignored(.awaitsOwner) { receipt.awaitingOwner += 1 }
            return receipt.ignored += 1
        }
        let here = table.rows[row.key]
        if let reason, here != row.image {
            let (loser, winner) = isApplied ? (here, row.image) : (row.image, here)
            record(row.key, of: theirs, loser: loser, winner: winner, reason)
            if reason == .drift { receipt.driftHealed += 1 } else { receipt.conflicts += 1 }
        }
        if isApplied {
            tables[theirs.table]?.rows[row.key] = row.image
            receipt.applied += 1
            receipt.newestClock = max(receipt.newestClock, row.stamp.version.clock)
        } else {
            receipt.ignored += 1
        }
        let entry = MemoryDatabase.Entry(position: draw(), stamp: stamp)
        tables[theirs.table]?.entries[row.key] = entry
    }

    /// Whether the row is written, under which stamp (nil leaves everything alone), and why somebody loses.
    private func judged(
        _ row: FeedRow, _ local: MemoryDatabase.Entry?, _ part: ApplyWork.Table, _ work: ApplyWork
    ) -> (Bool, RowStamp?, LedgerReason?) {
        let isPresent = tables[part.theirs.table]?.rows[row.key] != nil
        if case .peerIsRight(let reason) = work.judgement,
            part.found.isStill(local?.stamp.version, under: row.key, isPresent: isPresent)
        {
            return (true, row.stamp, local == nil ? nil : reason)
        }
        let isSuspect = work.suspectAbove.map { (local?.position ?? .start) > $0 } ?? false
        let owned = reign(over: part.theirs.table).flatMap { $0.owner == mode ? $0 : nil }
        func kept(_ stamp: RowStamp) -> RowStamp {
            owned.map { stamp.confirmed(by: $0.owner, since: $0.epoch, over: local?.stamp, at: wallClock) } ?? stamp
        }
        switch RowVerdict.judging(incoming: row.stamp, local: local?.stamp, isSuspect: isSuspect) {
        case .apply: return (true, kept(row.stamp), nil)
        case .replaceDrift: return (true, kept(row.stamp), .drift)
        case .conflict(let winner, let stamp):
            return (
                winner == .incoming, winner == .incoming ? kept(stamp) : stamp, isSuspect ? .restoredNode : .conflict
            )
        case .ignored: return (false, nil, nil)
        }
    }

    fileprivate mutating func record(
        _ key: [CellValue], of shape: TableShape, loser: [CellValue]?, winner: [CellValue]?, _ reason: LedgerReason
    ) {
        func image(_ values: [CellValue]?) -> [String: String?]? {
            values.map { Dictionary(zip(shape.columns.map(\.name), $0.map(\.readable))) { $1 } }
        }
        ledger.append(
            ConflictReport(
                id: UInt64(ledger.count + 1), item: tables[shape.table]?.feed.item ?? ItemName(literal: "none"),
                table: shape.table,
                key: Dictionary(zip(shape.keyColumns.map(\.name), key.map { $0.readable ?? "NULL" })) { $1 },
                reason: reason.rawValue, at: WallTime(rawValue: Int64(wallClock)), winner: "winner", loser: "loser",
                winnerImage: image(winner), loserImage: image(loser), state: "open"))
    }
}
