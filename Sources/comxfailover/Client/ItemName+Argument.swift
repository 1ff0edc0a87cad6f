import ArgumentParser
import Ports
import Vocabulary

extension ItemName: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Mode: ExpressibleByArgument {}

extension Scope: ExpressibleByArgument {}

extension ItemRule: ExpressibleByArgument {
    package init?(argument: String) { self.init(word: argument) }

    package static var allValueStrings: [String] { ["configuration", "guest", "append-only", "newest-wins"] }
}

extension NewItem.Table: ExpressibleByArgument {
    /// `schema.table` or `schema.table:column,column`.
    package init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let table = TableName(String(parts[0])) else { return nil }
        let columns = parts.count == 2 ? parts[1].split(separator: ",", omittingEmptySubsequences: false) : []
        guard columns.allSatisfy({ !$0.isEmpty && $0.count <= TableName.lengthMax }) else { return nil }
        guard Set(columns).count == columns.count else { return nil }
        self.init(table: table, keyColumns: columns.map(String.init))
    }
}
