import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// One look at one family: reads both places, and lets each follow the other's changes.
struct FamilyRound {
    /// The most entries of a family; a larger one is left alone, and that is told.
    static let entriesMax = 10_000
    /// The longest value, in bytes.
    static let valueBytesMax = 60_000
    /// The longest path below a family.
    static let pathLengthMax = 256
    /// Where Asterisk's database bears the marks by which one that went back is known.
    static let markFamily = "comxfailover"

    /// What a look came to.
    struct Outcome {
        var entries: Int
        /// What needs a person, in words.
        var trouble: String?
    }

    let service: FamilyService
    let family: AsteriskFamily
    let item: ItemDefinition

    func run() async throws(TelephonyFailure) -> Outcome {
        let asterisk: [String: String]
        let mark: UInt64?
        do throws(AsteriskFailure) {
            mark = try await service.asterisk.value(family: Self.markFamily, key: markKey).flatMap { UInt64($0) }
            asterisk = try await entries()
        } catch {
            return Outcome(entries: 0, trouble: "family \(family) of Asterisk's database is not read: \(error.words)")
        }
        if let trouble = trouble(in: asterisk) { return Outcome(entries: asterisk.count, trouble: trouble) }
        let reading = try await service.store.read(family)
        let situation = situation(reading, mark)
        let merge = FamilyMerge(asterisk: asterisk, table: reading.table, seen: reading.seen, situation)
        let isMarked = mark == reading.mark && mark != nil
        guard !merge.isSettled || !isMarked else { return Outcome(entries: asterisk.count) }
        note(situation, merge, asterisk, reading)
        try await keepLosers(of: merge, asterisk, reading)
        return try await carryOut(merge, asterisk, reading, mark)
    }

    /// Both ways, then what was seen, then the mark: one that is missing makes the next look begin from the table.
    private func carryOut(
        _ merge: FamilyMerge, _ asterisk: [String: String], _ reading: FamilyReading, _ mark: UInt64?
    ) async throws(TelephonyFailure) -> Outcome {
        let taken = try await service.store.take(merge.toTable, over: reading.table, of: family)
        if !taken.isEmpty { service.board.feedMoved.ring() }
        var (seen, refused) = (merge.agreed, [String]())
        for (entry, value) in merge.toAsterisk.sorted(by: { $0.key < $1.key }) {
            do throws(AsteriskFailure) {
                // Somebody may have changed it since it was read; that is the next look's.
                guard let place = AsteriskEntry(path: "/\(family)/\(entry)", value: value ?? ""),
                    try await service.asterisk.value(family: place.family, key: place.key) == asterisk[entry]
                else { continue }
                try await write(place, isThere: value != nil)
                seen[entry] = .some(value)
            } catch {
                refused.append("\(entry): \(error.words)")
            }
        }
        let next = max(reading.mark ?? 0, mark ?? 0) + 1
        try await service.store.remember(seen, mark: next, of: family)
        do throws(AsteriskFailure) {
            try await service.asterisk.put([
                AsteriskEntry(family: Self.markFamily, key: markKey, value: String(next))
            ])
        } catch {
            refused.append("the mark: \(error.words)")
        }
        let words = refused.first.map {
            "\(refused.count) entries of family \(family) cannot be written into Asterisk's database; \($0)"
        }
        return Outcome(entries: asterisk.count, trouble: words)
    }

    private func write(_ entry: AsteriskEntry, isThere: Bool) async throws(AsteriskFailure) {
        guard isThere else { return try await service.asterisk.remove(family: entry.family, key: entry.key) }
        try await service.asterisk.put([entry])
    }

    /// The entries by their paths below the family. Asterisk's search takes `_` for any character and small letters for
    /// capitals, so what it gives is looked at again.
    private func entries() async throws(AsteriskFailure) -> [String: String] {
        let name = family.description
        var entries: [String: String] = [:]
        for entry in try await service.asterisk.entries(family: name) {
            if entry.family == name {
                entries[entry.key] = entry.value
            } else if entry.family.hasPrefix(name + "/") {
                entries["\(entry.family.dropFirst(name.count + 1))/\(entry.key)"] = entry.value
            }
        }
        return entries
    }

    private var markKey: String { "mark/\(family)" }

    private func situation(_ reading: FamilyReading, _ mark: UInt64?) -> FamilyMerge.Situation {
        guard let remembered = reading.mark else {
            if case .owned = item.rule { return .firstLook(keepsLosers: true) }
            return .firstLook(keepsLosers: false)
        }
        guard let mark else { return .wentBack }
        return mark < remembered ? .wentBack : .known
    }

    private func trouble(in entries: [String: String]) -> String? {
        if entries.count > Self.entriesMax {
            return "family \(family) of Asterisk's database has \(entries.count) entries and is not copied; name "
                + "families below it instead, at most \(Self.entriesMax) entries each"
        }
        let odd = entries.first { entry, value in
            entry.unicodeScalars.count > Self.pathLengthMax || value.utf8.count > Self.valueBytesMax
                || (entry + value).unicodeScalars.contains("\u{fffd}")
        }
        return odd.map { entry, _ in
            "family \(family) of Asterisk's database is not copied: its entry \(entry.prefix(80)) is too long or not "
                + "UTF-8"
        }
    }

    /// What gives way is kept in the ledger before it does, so that a person may put it back. Where this node does not
    /// own the family the copy undoes what Asterisk changed, and keeps that itself.
    private func keepLosers(
        of merge: FamilyMerge, _ asterisk: [String: String], _ reading: FamilyReading
    ) async throws(TelephonyFailure) {
        let losers = merge.contested.sorted().compactMap { entry -> FamilyLoser? in
            let (here, there) = (asterisk[entry], reading.table[entry])
            guard merge.toTable[entry] != nil else {
                return FamilyLoser(entry: entry, side: .asterisk, loser: here, winner: there)
            }
            return isWritable ? FamilyLoser(entry: entry, side: .table, loser: there, winner: here) : nil
        }
        guard !losers.isEmpty else { return }
        try await service.store.keep(losers, of: family, item: item.name, at: service.clock.wallTime())
        service.board.change { content in
            content.standings[item.name]?.conflicts += UInt64(losers.count)
            content.standings[item.name]?.openConflicts += UInt64(losers.count)
        }
    }

    private var isWritable: Bool {
        guard case .owned(let scope) = item.rule else { return true }
        return service.board.read { content in
            content.scopes.first { $0.scope == scope }?.owner == service.board.mode
        }
    }

    /// What gave way to something else is told with both values.
    private func note(
        _ situation: FamilyMerge.Situation, _ merge: FamilyMerge, _ asterisk: [String: String], _ reading: FamilyReading
    ) {
        let now = service.clock.wallTime()
        if situation == .wentBack, !merge.toAsterisk.isEmpty {
            service.board.record(
                .item, "Asterisk's database is older than what was seen of it: family \(family) is put back",
                ["\(merge.toAsterisk.count) entries differ", "it was killed, put back or begun anew"], at: now,
                as: EventSort(.restore, .warning, about: "family \(family)"))
        }
        guard !merge.contested.isEmpty else { return }
        let told = merge.contested.sorted().prefix(10).map { entry in
            "\(entry): Asterisk had \(words(asterisk[entry])), the table \(words(reading.table[entry]))"
        }
        let winner = merge.contested.allSatisfy { merge.toTable[$0] != nil } ? "Asterisk's value" : "the table's value"
        service.board.record(
            .item, "family \(family): \(merge.contested.count) entries were changed on both sides; \(winner) holds",
            Array(told), at: now, as: EventSort(.conflict, .warning, about: "family \(family)"))
    }

    private func words(_ value: String?) -> String { value.map { "`\($0.prefix(60))`" } ?? "nothing" }
}
