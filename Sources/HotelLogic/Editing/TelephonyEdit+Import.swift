extension TelephonyEdit {
    /// An edit that a file of comma-separated values describes: its heading names the fields, and by
    /// one of `TelephonyKind.keyColumns` the entry.
    ///
    /// A column that is not there leaves a field as it is; an empty field is the standard.
    package init(
        importing text: String, _ kind: TelephonyKind, updating: Bool
    ) throws(TelephonyRefusal) {
        let table: CommaSeparatedText
        do {
            table = try CommaSeparatedText(reading: text)
        } catch {
            throw TelephonyRefusal([.init(line: error.line, key: nil, fault: FieldFault(nil, error.words))])
        }
        let keyColumn = try Self.keyColumn(of: table, kind)
        var reasons: [TelephonyRefusal.Reason] = []
        var rows: [Row] = []
        for row in table.rows {
            guard row.fields.count == table.heading.count else {
                let words = "the line has \(row.fields.count) fields, the heading \(table.heading.count)"
                reasons.append(.init(line: row.line, key: nil, fault: FieldFault(nil, words)))
                continue
            }
            var fields = Dictionary(uniqueKeysWithValues: zip(table.heading, row.fields))
            let key = fields.removeValue(forKey: table.heading[keyColumn]) ?? ""
            rows.append(Row(key: key, fields: fields, line: row.line))
        }
        if rows.isEmpty, reasons.isEmpty {
            reasons.append(.init(line: 1, key: nil, fault: FieldFault(nil, "nothing stands below the heading")))
        }
        guard reasons.isEmpty else { throw TelephonyRefusal(reasons) }
        self.init(updating ? .put : .add, kind, rows)
    }

    private static func keyColumn(
        of table: CommaSeparatedText, _ kind: TelephonyKind
    ) throws(TelephonyRefusal) -> Int {
        func refusal(_ words: String) -> TelephonyRefusal {
            TelephonyRefusal([.init(line: 1, key: nil, fault: FieldFault(nil, words))])
        }
        let names = Set(table.heading)
        guard names.count == table.heading.count else { throw refusal("the heading names a column twice") }
        guard let key = kind.keyColumns.compactMap({ table.heading.firstIndex(of: $0) }).first else {
            throw refusal("the heading has no column `\(kind.keyColumns[0])`, which names the \(kind.noun)")
        }
        return key
    }
}
