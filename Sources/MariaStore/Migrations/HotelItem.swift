import Vocabulary

/// One option of the copy that this program brings itself: which tables it is made of and who may write them.
package struct HotelItem: Sendable, Hashable {
    package let name: ItemName
    package let rule: ItemRule
    /// Its tables, parents before children.
    package let tables: [TableName]
    /// One sentence for the operator who switches it on or off.
    package let description: String

    init(_ name: StaticString, _ rule: ItemRule, _ tables: [String], _ description: String) {
        self.name = ItemName(literal: name)
        self.rule = rule
        self.tables = tables.map { TableName(schema: Schemas.hotel, name: $0) }
        self.description = description
    }
}
