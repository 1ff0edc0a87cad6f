/// A row's place: which table, which key.
struct RowKey: Hashable, Comparable {
    let table: Int
    let key: UInt64

    static func < (left: RowKey, right: RowKey) -> Bool { (left.table, left.key) < (right.table, right.key) }
}

extension RowKey: CustomStringConvertible {
    var description: String { "\(Catalogue.tables[table].name)/\(key)" }
}
