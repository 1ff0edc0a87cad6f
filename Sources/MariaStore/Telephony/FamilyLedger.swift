import Ports
import Vocabulary

/// Writes what gave way in a family into the conflict ledger, where an operator reads it and may put it back.
struct FamilyLedger {
    let session: MariaSession
    let family: AsteriskFamily
    let item: ItemName

    func keep(_ loser: FamilyLoser, at time: WallTime) throws {
        let isAsterisk = loser.side == .asterisk
        let identity: [CellValue] = [
            .text(item.description), .text(family.table.schema), .text(family.table.name),
            .text(ImageText.json(names: ["entry"], values: [.text(loser.entry)])),
            .text(LedgerReason.conflict.rawValue), .text(isAsterisk ? "the table" : "Asterisk"),
            .text(isAsterisk ? "Asterisk" : "the table"), image(loser.entry, loser.winner),
            image(loser.entry, loser.loser),
        ]
        let open = try session.query(
            """
            SELECT 1 FROM comxfailover_node.conflict_ledger WHERE item = ? AND schema_name = ? AND table_name = ?
              AND key_values = ? AND reason = ? AND winner = ? AND loser = ? AND winner_image <=> ?
              AND loser_image <=> ? AND state = 'open' LIMIT 1
            """, identity)
        guard open.isEmpty else { return }
        try session.execute(
            """
            INSERT INTO comxfailover_node.conflict_ledger
              (item, schema_name, table_name, key_values, reason, winner, loser, winner_image, loser_image, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, identity + [.integer(time.rawValue)])
    }

    private func image(_ entry: String, _ value: String?) -> CellValue {
        value.map { .text(ImageText.json(names: ["entry", "value"], values: [.text(entry), .text($0)])) } ?? .null
    }
}
