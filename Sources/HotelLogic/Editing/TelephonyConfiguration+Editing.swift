extension TelephonyConfiguration {
    /// Carries out the whole edit, or throws every reason against it and changes nothing.
    ///
    /// - Parameter drawSecret: gives a new password, used where an entry needs one and none was given.
    @discardableResult
    package mutating func apply(
        _ edit: TelephonyEdit, drawSecret: () -> String
    ) throws(TelephonyRefusal) -> TelephonyReceipt {
        if edit.kind.isSingle, edit.action != .edit {
            let fault = FieldFault(nil, "\(edit.kind.noun) can only be edited")
            throw TelephonyRefusal([.init(line: nil, key: nil, fault: fault)])
        }
        var next = self
        try next.applyRows(edit)
        var receipt = TelephonyReceipt(action: edit.action, kind: edit.kind, keys: edit.rows.map(\.key))
        if edit.kind == .extensions { try next.settle(edit, &receipt, drawSecret) }
        if edit.kind == .telephonySettings { next.drawGuestSecret(&receipt, drawSecret) }
        next.arrange()
        try next.refuseTroubles(beyond: self, of: edit)
        self = next
        return receipt
    }

    private mutating func applyRows(_ edit: TelephonyEdit) throws(TelephonyRefusal) {
        switch edit.kind {
        case .extensions: extensions = try Self.edited(extensions, edit)
        case .rooms: rooms = try Self.edited(rooms, edit)
        case .gateways: gateways = try Self.edited(gateways, edit)
        case .ringGroups: ringGroups = try Self.edited(ringGroups, edit)
        case .classes: classes = try Self.edited(classes, edit)
        case .speedDials: speedDials = try Self.edited(speedDials, edit)
        case .personalSettings: personal = try editedPersonal(edit)
        case .telephonySettings: settings = try Self.edited([settings], edit)[0]
        case .trunks: trunks = try Self.edited(trunks, edit)
        case .routes: routes = try Self.edited(routes, edit)
        case .sipSettings: sip = try Self.edited([sip], edit)[0]
        }
    }

    /// Every extension has personal settings to edit, kept where they say something.
    private func editedPersonal(_ edit: TelephonyEdit) throws(TelephonyRefusal) -> [PersonalEntry] {
        let known = Set(personal.map(\.number))
        let fresh = extensions.map(\.number).filter { !known.contains($0) }.map { PersonalEntry(number: $0) }
        let action: TelephonyEdit.Action = edit.action == .remove ? .remove : .edit
        let edit = TelephonyEdit(action, .personalSettings, edit.rows)
        return try Self.edited(personal + fresh, edit).filter { !$0.isEmpty }
    }

    private static func edited<Entry: TelephonyEntry>(
        _ entries: [Entry], _ edit: TelephonyEdit
    ) throws(TelephonyRefusal) -> [Entry] {
        var editor = EntryEditor(entries)
        for row in edit.rows { editor.apply(row, edit.action) }
        guard editor.reasons.isEmpty else { throw TelephonyRefusal(editor.reasons) }
        return editor.result
    }

    /// What follows from a change of extensions: their rooms, their passwords, and what only they had.
    private mutating func settle(
        _ edit: TelephonyEdit, _ receipt: inout TelephonyReceipt, _ drawSecret: () -> String
    ) throws(TelephonyRefusal) {
        let keys = Set(edit.rows.map(\.key))
        if edit.action == .remove {
            leaveRooms(keys)
            // Who gets the number next does not inherit the forwarding.
            personal.removeAll { keys.contains($0.number) }
            for index in gateways.indices { gateways[index].lines.removeAll { keys.contains($0.number) } }
            return
        }
        let moved = edit.rows.filter { $0.fields[ExtensionEntry.Field.room.rawValue] != nil }
        try moveToRooms(moved, &receipt)
        for index in extensions.indices where keys.contains(extensions[index].number) {
            guard extensions[index].party == .staff else {
                drawGuestSecret(&receipt, drawSecret)
                continue
            }
            guard extensions[index].secret == nil else { continue }
            extensions[index].secret = drawSecret()
            receipt.secretsDrawn += 1
        }
    }

    private mutating func drawGuestSecret(_ receipt: inout TelephonyReceipt, _ drawSecret: () -> String) {
        guard settings.guestSecret == nil else { return }
        settings.guestSecret = drawSecret()
        receipt.secretsDrawn += 1
    }

    private mutating func leaveRooms(_ numbers: Set<String>) {
        for index in rooms.indices where rooms[index].extensions.contains(where: numbers.contains) {
            rooms[index].extensions.removeAll(where: numbers.contains)
        }
    }

    /// An extension that names a room moves there, behind those that are in it; a room that is not there is made.
    private mutating func moveToRooms(
        _ rows: [TelephonyEdit.Row], _ receipt: inout TelephonyReceipt
    ) throws(TelephonyRefusal) {
        let homes = Dictionary(
            extensions.map { ($0.number, $0.room) }, uniquingKeysWith: { first, _ in first })
        var places: [String: Int] = [:]
        for (index, room) in rooms.enumerated() { places[room.room] = index }
        let staying = Set(
            rows.map(\.key).filter { number in
                guard let home = homes[number] ?? nil, let place = places[home] else { return false }
                return rooms[place].extensions.contains(number)
            })
        leaveRooms(Set(rows.map(\.key)).subtracting(staying))
        for row in rows where !staying.contains(row.key) {
            guard let home = homes[row.key] ?? nil else { continue }
            if places[home] == nil {
                do {
                    rooms.append(try RoomEntry(key: FieldText(nil, home)))
                } catch {
                    throw TelephonyRefusal([.init(line: row.line, key: row.key, fault: error)])
                }
                places[home] = rooms.count - 1
                receipt.roomsAdded.append(home)
            }
            if let place = places[home] { rooms[place].extensions.append(row.key) }
        }
    }

    /// What did not fit before may go on; what would not fit from now on is refused.
    private func refuseTroubles(beyond former: Self, of edit: TelephonyEdit) throws(TelephonyRefusal) {
        let known = Set(former.troubles)
        let lines = Dictionary(edit.rows.map { ($0.key, $0.line) }, uniquingKeysWith: { first, _ in first })
        let fresh = troubles.filter { !known.contains($0) }
        guard fresh.isEmpty else {
            throw TelephonyRefusal(
                fresh.map { trouble in
                    TelephonyRefusal.Reason(
                        line: lines[trouble.key] ?? nil, key: trouble.key,
                        fault: FieldFault(trouble.kind == edit.kind ? nil : trouble.kind.noun, trouble.words))
                })
        }
    }
}
