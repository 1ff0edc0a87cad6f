import ArgumentParser
import Ports
import Vocabulary

/// `items add`: makes an item of another program's tables.
struct ItemsAdd: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an item of tables that are not ours, or of families of Asterisk's database.",
        discussion: """
            The rule says who may write the rows:
              configuration  the owner of the configuration, normally the Primary
              guest          the owner of the guests' data, normally the Secondary
              append-only    both nodes add rows, under keys that never meet
              newest-wins    both nodes write; the newer wins, the ledger keeps the older

            A table without a primary key needs the columns that identify a row, after a colon. The command of \
            --after-change runs on the node that received changes, once after each batch; it is split into words \
            as a shell would, but no shell runs it.

            A family of Asterisk's database is kept in a table of its own on both nodes; entries that say something \
            about one server alone, such as its registered phones, are refused.

            EXAMPLES
              comxfailover items add --name freepbx-users --rule configuration \\
                --table asterisk.users:extension --table asterisk.devices:id \\
                --after-change 'fwconsole reload'
              comxfailover items enable freepbx-users
              comxfailover items add --name forwarding --rule newest-wins \\
                --astdb-family CF --astdb-family CFB --astdb-family DND
            """)

    @Option(help: "The item's name: lower-case letters, digits and hyphens.")
    var name: ItemName

    @Option(help: "Who may write its rows.")
    var rule: ItemRule

    @Option(
        name: .customLong("table"),
        help: ArgumentHelp(
            "A table of it, with the columns that identify a row where it has no primary key. Repeatable.",
            valueName: "schema.table[:column,…]"))
    var tables: [NewItem.Table] = []

    @Option(
        name: .customLong("astdb-family"),
        help: ArgumentHelp(
            "A family of Asterisk's own database, such as DND or AMPUSER. Repeatable.", valueName: "family"))
    var families: [String] = []

    @Option(help: ArgumentHelp("What to run after changes arrived.", valueName: "command"))
    var afterChange: String?

    @OptionGroup var options: GlobalOptions

    /// The item that the options describe.
    var item: NewItem {
        get throws {
            let words = try afterChange.map { try CommandWords.split($0) } ?? []
            let families = try families.map { NewItem.Table(table: try AsteriskFamily($0).table, keyColumns: []) }
            return NewItem(name: name, rule: rule, tables: tables + families, afterChange: words)
        }
    }

    func validate() throws {
        if tables.isEmpty, families.isEmpty {
            throw ValidationError("an item has at least one --table schema.table, or one --astdb-family")
        }
        let whole: NewItem
        do { whole = try item } catch { throw ValidationError("\(error)") }
        let names = whole.tables.map(\.table)
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw ValidationError("the table \(twice) is named twice")
        }
    }

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.add(item), with: client, on: screen) { _ in
            "The item \(name) is added, and off. Switch it on: comxfailover items enable \(name)"
        }
    }
}
