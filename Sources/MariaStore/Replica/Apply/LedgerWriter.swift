import Ports
import ReplicaLogic
import Vocabulary

/// Writes the rows that lost into the conflict ledger, whole, before they are replaced.
struct LedgerWriter {
    let session: MariaSession
    let local: LocalTable
    let plan: ColumnPlan
    let item: ItemName
    let at: WallTime

    func record(_ judged: [JudgedRow], into receipt: inout ApplyReceipt) throws {
        let entries = judged.enumerated().filter { $0.element.ledger != nil }
        guard !entries.isEmpty else { return }
        let images = try localImages(Set(entries.map(\.offset)))
        for (ordinal, row) in entries {
            guard let entry = row.ledger else { continue }
            let here = images[ordinal]
            if isEqual(here, row.row.image) { continue }
            guard try insert(row, entry: entry, here: here) else { continue }
            switch entry.reason {
            case .drift: receipt.driftHealed += 1
            case .conflict, .firstContact, .repair, .putBack, .restoredNode: receipt.conflicts += 1
            }
        }
    }

    /// Whether both sides came to the same row: then nobody lost.
    private func isEqual(_ here: [CellValue]?, _ there: [CellValue]?) -> Bool {
        switch (here, there) {
        case (nil, nil): true
        case (let here?, let there?): plan.shared.allSatisfy { here[$0.ours] == there[$0.theirs] }
        case (nil, .some), (.some, nil): false
        }
    }

    private func localImages(_ ordinals: Set<Int>) throws -> [Int: [CellValue]] {
        var images: [Int: [CellValue]] = [:]
        let columns = local.description.columns.map { "t.\(MariaIdentifier.quoted($0.name))" }
        try session.forEachRow(
            """
            SELECT s.ordinal, \(columns.joined(separator: ", "))
            FROM \(local.stage) s JOIN \(local.text.source) t ON \(local.joinStage)
            """
        ) { row in
            let ordinal = Int(try row.unsigned("ordinal"))
            if ordinals.contains(ordinal) { images[ordinal] = Array(row.values.dropFirst()) }
        }
        return images
    }

    /// Writes an entry, unless the same two writes met here before; returns whether it is new.
    private func insert(_ row: JudgedRow, entry: JudgedRow.Entry, here: [CellValue]?) throws -> Bool {
        let hereImage = here.map { ImageText.json(names: local.description.columns.map(\.name), values: $0) }
        let theirNames = plan.shared.map { local.description.columns[$0.ours].name }
        let theirImage = row.row.image.map { image in
            ImageText.json(names: theirNames, values: plan.shared.map { image[$0.theirs] })
        }
        let incoming = row.row.stamp.version.description
        let mine = entry.local?.version.description ?? "unversioned"
        let localLost = entry.loser == .local
        let identity: [CellValue] = [
            .text(item.description), .text(local.description.table.schema), .text(local.description.table.name),
            .text(ImageText.json(names: local.description.keyColumns.map(\.name), values: row.row.key)),
            .text(entry.reason.rawValue), .text(localLost ? incoming : mine), .text(localLost ? mine : incoming),
        ]
        if entry.reason == .conflict, try isKnown(identity) { return false }
        try session.execute(
            """
            INSERT INTO comxfailover_node.conflict_ledger
              (item, schema_name, table_name, key_values, reason, winner, loser, at, winner_image, loser_image)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            identity + [
                .integer(at.rawValue),
                (localLost ? theirImage : hereImage).map(CellValue.text) ?? .null,
                (localLost ? hereImage : theirImage).map(CellValue.text) ?? .null,
            ])
        return true
    }

    private func isKnown(_ identity: [CellValue]) throws -> Bool {
        try !session.query(
            """
            SELECT 1 FROM comxfailover_node.conflict_ledger
            WHERE meeting = UNHEX(MD5(CONCAT_WS(CHAR(10), ?, ?, ?, ?, ?, ?, ?))) LIMIT 1
            """, identity
        ).isEmpty
    }
}
