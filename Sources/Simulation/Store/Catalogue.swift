import ReplicaLogic
import Vocabulary

/// The tables of the simulated hotel and the items they belong to.
enum Catalogue {
    /// One table.
    struct Table {
        let name: String
        let item: Int
        /// How many keys programs choose from; nil where every row has a new one.
        let keys: Int?
    }

    static let items: [ItemRule] = [.owned(.configuration), .owned(.guest), .newestWins, .appendOnly, .appendOnly]

    static let tables: [Table] = [
        Table(name: "extensions", item: 0, keys: 6),
        Table(name: "rooms", item: 1, keys: 5),
        Table(name: "stays", item: 1, keys: 4),
        Table(name: "personal", item: 2, keys: 5),
        Table(name: "calls", item: 3, keys: nil),
        Table(name: "wake-ups", item: wakeUpLedger, keys: nil),
    ]

    /// Where programs add their rows.
    static let calls = 4
    /// The lines of wake-ups: their table, and the item that it is.
    static let lines = 5
    static let wakeUpLedger = 4
    /// The items that guests are kept in: their rows, and the lines of wake-ups.
    static let ofGuests = [1, wakeUpLedger]
    /// Tables in which programs write.
    static let written = 0...calls

    static func tables(of item: Int) -> [Int] { tables.indices.filter { tables[$0].item == item } }

    static func rule(of table: Int) -> ItemRule { items[tables[table].item] }

    /// The row of ownership that capture reads for a table: one for each scope, the last for what both nodes write.
    static func role(of table: Int) -> Int {
        guard case .owned(let scope) = rule(of: table) else { return Scope.allCases.count }
        return role(of: scope)
    }

    static func role(of scope: Scope) -> Int { scope == .configuration ? 0 : 1 }
}
