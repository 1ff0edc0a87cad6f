import ReplicaLogic
import Vocabulary

/// A table found fit for replication: its columns, and which of them identify a row.
package struct TableDescription: Sendable, Hashable {
    package let table: TableName
    /// Every column that is copied, in the table's order.
    package let columns: [ColumnDescription]
    /// The key, as indices into `columns`.
    package let keyIndices: [Int]
    /// Whether the server itself keeps the key unique.
    package let isKeyUnique: Bool
    /// The server's number of the table's present life: another after TRUNCATE or re-creation.
    package let life: UInt64
    /// Foreign keys that delete or change this table's rows without firing a trigger.
    package let cascades: [String]

    package init(
        table: TableName, columns: [ColumnDescription], keyIndices: [Int], isKeyUnique: Bool, life: UInt64,
        cascades: [String]
    ) {
        self.table = table
        self.columns = columns
        self.keyIndices = keyIndices
        self.isKeyUnique = isKeyUnique
        self.life = life
        self.cascades = cascades
    }

    package var keyColumns: [ColumnDescription] { keyIndices.map { columns[$0] } }

    package var shape: TableShape {
        TableShape(
            table: table,
            columns: columns.map { .init(name: $0.name, kind: $0.kind, isNullable: $0.isNullable) },
            keyIndices: keyIndices)
    }
}
