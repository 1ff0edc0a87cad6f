/// Brings a family of Asterisk's database and its table together: three texts of each entry tell who changed it.
///
/// Asterisk's database has no triggers and no versions. So what both were last seen to hold is remembered: whichever
/// differs from that was changed since, and the other one follows.
package struct FamilyMerge: Sendable, Hashable {
    /// How a look begins.
    package enum Situation: Sendable, Hashable {
        /// Both were seen before, and Asterisk's database is still the one that was seen.
        case known
        /// Asterisk's database is older than what was seen of it: it was killed before its disk had the newest, put
        /// back from a copy, or begun anew. Its differences are no changes, and the table is right.
        case wentBack
        /// This node looks for the first time. What Asterisk has goes into the table, also over another value, where
        /// the table's rule keeps the loser in the ledger.
        case firstLook(keepsLosers: Bool)
    }

    /// New values for the table; nil removes the entry.
    package private(set) var toTable: [String: String?] = [:]
    /// New values for Asterisk; nil removes the entry.
    package private(set) var toAsterisk: [String: String?] = [:]
    /// What both hold already, and was not remembered so; nil is nothing any more.
    package private(set) var agreed: [String: String?] = [:]
    /// Entries where one of two changes had to give way.
    package private(set) var contested: Set<String> = []

    /// - Parameters:
    ///   - seen: what both were last seen to hold.
    package init(
        asterisk: [String: String], table: [String: String], seen: [String: String], _ situation: Situation
    ) {
        for entry in Set(asterisk.keys).union(table.keys).union(seen.keys) {
            let (here, there, before) = (asterisk[entry], table[entry], seen[entry])
            guard here != there else {
                if before != here { agreed[entry] = .some(here) }
                continue
            }
            switch situation {
            case .known: meet(entry, here, there, before)
            case .wentBack: toAsterisk[entry] = .some(there)
            case .firstLook(let keepsLosers): adopt(entry, here, there, keepsLosers)
            }
        }
    }

    /// Whether both hold the same and that is remembered.
    package var isSettled: Bool { toTable.isEmpty && toAsterisk.isEmpty && agreed.isEmpty }

    private mutating func meet(_ entry: String, _ here: String?, _ there: String?, _ before: String?) {
        if here == before {
            toAsterisk[entry] = .some(there)
        } else {
            // A change of Asterisk's is the newer one: it was made since the last look.
            toTable[entry] = .some(here)
            if there != before { contested.insert(entry) }
        }
    }

    private mutating func adopt(_ entry: String, _ here: String?, _ there: String?, _ keepsLosers: Bool) {
        guard let here, there == nil || keepsLosers else {
            toAsterisk[entry] = .some(there)
            if here != nil { contested.insert(entry) }
            return
        }
        toTable[entry] = .some(here)
        if there != nil { contested.insert(entry) }
    }
}
