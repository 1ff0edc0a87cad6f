extension TelephonyEdit {
    /// What stands in a field for the number or the name of the entry itself.
    package static let ownKey = "{}"

    /// An edit of one entry, or of all whose numbers lie in a range such as `1001-1300`.
    ///
    /// In each field `{}` is replaced by the entry's own number: `--name 'Room {}'`.
    package init(
        _ action: Action, _ kind: TelephonyKind, keys: [String], fields: [String: String] = [:]
    ) throws(TelephonyRefusal) {
        var rows: [Row] = []
        for key in keys {
            do {
                for name in try Self.expanded(key, kind) {
                    rows.append(Row(key: name, fields: fields.mapValues { $0.replacing(Self.ownKey, with: name) }))
                }
            } catch {
                throw TelephonyRefusal([.init(line: nil, key: key, fault: error)])
            }
        }
        guard rows.count <= Self.rowsMax else {
            let fault = FieldFault(nil, "\(rows.count) entries are too many; at most \(Self.rowsMax) at once")
            throw TelephonyRefusal([.init(line: nil, key: keys[0], fault: fault)])
        }
        self.init(action, kind, rows)
    }

    /// Extensions, their personal settings and rooms have ranges; a hyphen in another name, and in a room's like `A-1`,
    /// is only a hyphen.
    private static func expanded(_ key: String, _ kind: TelephonyKind) throws(FieldFault) -> [String] {
        let isRange = key.contains("-") && key.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "-" }
        switch kind {
        case .extensions, .rooms, .personalSettings:
            return isRange ? try FieldText(nil, key).numberRange(countMax: rowsMax) : [key]
        case .gateways, .ringGroups, .classes, .speedDials, .telephonySettings, .trunks, .routes, .sipSettings:
            return [key]
        }
    }
}
