/// Carries out the rows of an edit on entries of one kind, and gathers everything that is wrong with them.
struct EntryEditor<Entry: TelephonyEntry> {
    private(set) var reasons: [TelephonyRefusal.Reason] = []
    private var entries: [Entry?]
    private var places: [String: Int] = [:]
    private var touched: Set<String> = []

    init(_ entries: [Entry]) {
        self.entries = entries
        for (index, entry) in entries.enumerated() { places[entry.key] = index }
    }

    /// What the entries have become.
    var result: [Entry] { entries.compactMap(\.self) }

    mutating func apply(_ row: TelephonyEdit.Row, _ action: TelephonyEdit.Action) {
        do throws(FieldFault) {
            guard touched.insert(row.key).inserted else {
                throw FieldFault(nil, "the \(Entry.kind.noun) is named twice")
            }
            switch action {
            case .add: try add(row)
            case .edit: try edit(row, at: try place(of: row))
            case .put: if let place = places[row.key] { try edit(row, at: place) } else { try add(row) }
            case .remove: try remove(row)
            }
        } catch {
            note(row, error)
        }
    }

    private mutating func add(_ row: TelephonyEdit.Row) throws(FieldFault) {
        guard places[row.key] == nil else {
            throw FieldFault(
                nil,
                "there is such \(Entry.kind.article) already; change it with: comxfailover \(Entry.kind.rawValue) edit")
        }
        var entry = try Entry(key: FieldText(nil, row.key))
        guard set(row, of: &entry) else { return }
        places[row.key] = entries.count
        entries.append(entry)
    }

    private mutating func edit(_ row: TelephonyEdit.Row, at place: Int) throws(FieldFault) {
        guard var entry = entries[place] else { return }
        if set(row, of: &entry) { entries[place] = entry }
    }

    private mutating func remove(_ row: TelephonyEdit.Row) throws(FieldFault) {
        entries[try place(of: row)] = nil
        places[row.key] = nil
    }

    private func place(of row: TelephonyEdit.Row) throws(FieldFault) -> Int {
        guard let place = places[row.key] else { throw FieldFault(nil, Self.missing) }
        return place
    }

    /// Sets the fields in the order of their list, then looks whether they fit together; false where not.
    private mutating func set(_ row: TelephonyEdit.Row, of entry: inout Entry) -> Bool {
        let before = reasons.count
        for name in row.fields.keys.sorted() where Entry.Field(rawValue: name) == nil {
            let known = Entry.Field.allCases.map(\.rawValue).joined(separator: ", ")
            note(row, FieldFault(nil, "there is no field `\(name)`; the fields are \(known)"))
        }
        for field in Entry.Field.allCases {
            guard let text = row.fields[field.rawValue] else { continue }
            do {
                try entry.set(field, to: FieldText(field.rawValue, text))
            } catch {
                note(row, error)
            }
        }
        if reasons.count == before { entry.faults.forEach { note(row, $0) } }
        return reasons.count == before
    }

    private mutating func note(_ row: TelephonyEdit.Row, _ fault: FieldFault) {
        reasons.append(.init(line: row.line, key: row.key, fault: fault, isMissing: fault.words == Self.missing))
    }

    private static var missing: String {
        "there is no such \(Entry.kind.noun); they are listed by: comxfailover \(Entry.kind.listing.rawValue) list"
    }
}

extension TelephonyKind {
    /// The noun with its article.
    var article: String { (noun.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + noun }
}
