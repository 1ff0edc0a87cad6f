import PairLogic
import Ports
import ReplicaLogic
import Vocabulary
import Wire

extension NodeConsole {
    package func enableItem(_ name: ItemName) async throws(ConsoleFailure) {
        try await set(name, isEnabled: true)
    }

    package func disableItem(_ name: ItemName) async throws(ConsoleFailure) {
        guard name != Self.catalogue else {
            throw .refused("item catalogue carries the choice of all others and is never switched off")
        }
        try await set(name, isEnabled: false)
    }

    package func addItem(_ item: NewItem) async throws(ConsoleFailure) {
        try refuseUnlessChosenHere()
        guard !item.tables.isEmpty else { throw .invalid("an item needs at least one table: --table SCHEMA.TABLE") }
        let known = board.read { $0.items }
        if known.contains(where: { $0.name == item.name }) {
            throw .refused("there is an item \(item.name) already; remove it first, or choose another name")
        }
        let tables = item.tables.map { ItemDefinition.Table(name: $0.table, keyColumns: $0.keyColumns) }
        for table in tables {
            if let other = known.first(where: { $0.tables.contains { $0.name == table.name } }) {
                throw .refused("\(table.name) belongs to item \(other.name) already")
            }
        }
        try await provideFamilies(of: item, known)
        do {
            for table in tables {
                if let words = try await source.refusal(of: table, companions: Set(tables.map(\.name))) {
                    throw ConsoleFailure.refused(words)
                }
            }
            try await source.save(
                ItemDefinition(
                    name: item.name, rule: item.rule, tables: tables, isEnabled: false, isBuiltIn: false,
                    afterChange: item.afterChange))
        } catch let failure as ConsoleFailure {
            throw failure
        } catch let failure as FeedFailure {
            throw .unavailable(Self.words(failure))
        } catch {
            throw .unavailable("\(error)")
        }
        await changed("item \(item.name) was added, and is off")
    }

    package func removeItem(_ name: ItemName) async throws(ConsoleFailure) {
        try refuseUnlessChosenHere()
        let item = try definition(of: name)
        guard !item.isBuiltIn else {
            throw .refused(
                "item \(name) is part of the product; switch it off instead: comxfailover items disable \(name)")
        }
        do { try await source.removeItem(name) } catch { throw .unavailable(Self.words(error)) }
        await changed("item \(name) was removed")
    }

    /// Makes the tables of Asterisk's families that the item names; one that is never copied is refused with the
    /// reason.
    private func provideFamilies(of item: NewItem, _ known: [ItemDefinition]) async throws(ConsoleFailure) {
        let named = item.tables.map(\.table).filter {
            $0.schema == AsteriskFamily.schema && $0.name.hasPrefix(AsteriskFamily.tablePrefix)
        }
        guard !named.isEmpty else { return }
        guard item.rule != .appendOnly else {
            throw .invalid("entries of Asterisk's database are changed; the rule of \(item.name) cannot be append-only")
        }
        guard let families else {
            throw .refused("this node's settings name no Asterisk; set asterisk.config_folder and restart")
        }
        var wanted = Set(FamilyDesk.families(of: known).keys)
        for table in named {
            let family = try Self.family(String(table.name.dropFirst(AsteriskFamily.tablePrefix.count)))
            if let other = wanted.first(where: { family.overlaps($0) }) {
                throw .invalid("the families \(family) and \(other) hold the same entries")
            }
            wanted.insert(family)
        }
        do { try await families.arrange(wanted) } catch { throw ConsoleFailure(error, verb: "items add") }
    }

    private static func family(_ text: String) throws(ConsoleFailure) -> AsteriskFamily {
        do {
            return try AsteriskFamily(text)
        } catch {
            throw .invalid("\(error)")
        }
    }

    private static let catalogue = ItemName(literal: "catalogue")

    private func set(_ name: ItemName, isEnabled: Bool) async throws(ConsoleFailure) {
        if name != Self.catalogue { try refuseUnlessChosenHere() }
        let item = try definition(of: name)
        guard item.isEnabled != isEnabled else { return }
        do { try await source.setEnabled(name, isEnabled) } catch { throw .unavailable(Self.words(error)) }
        await changed("item \(name) was switched \(isEnabled ? "on" : "off")")
    }

    /// Which items are copied is chosen on the owner of the configuration.
    private func refuseUnlessChosenHere() throws(ConsoleFailure) {
        let (owner, phase) = board.read { content in
            (content.scopes.first { $0.scope == .configuration }?.owner, content.reigns[.configuration]?.record?.phase)
        }
        guard let owner else { throw .unavailable("this node's database is not there yet") }
        guard owner == board.mode else {
            throw .refused("items are chosen on the \(owner), which owns the configuration; run the same command there")
        }
        // Behind the barrier of a giveback a choice would be no write of this reign, and would be undone.
        if let phase, phase != .settled { throw .refused("the configuration is changing hands; try again in a moment") }
    }

    private func changed(_ decision: String) async {
        // The next command of the operator finds what this one did.
        if let items = try? await store.items() { board.change { $0.items = items } }
        board.record(.item, decision, ["by an operator"], at: clock.wallTime())
        board.sourceWanted.ring()
        board.change { content in content.retries.formUnion(content.items.map(\.name).filter { $0 == Self.catalogue }) }
        board.copyWanted.ring()
    }
}
