/// Which of the peer's columns land where in this node's table, and which are left out on either side.
///
/// Two versions of a program may run at once, so a column that one side lacks is skipped and reported.
package struct ColumnPlan: Sendable, Hashable {
    /// Columns both sides have: the index in the peer's shape and the index here.
    package let shared: [Pair]
    /// Columns only the peer has: not copied.
    package let onlyTheirs: [String]
    /// Columns only this node has: left as they are.
    package let onlyOurs: [String]

    /// One column under its index on either side.
    package struct Pair: Sendable, Hashable {
        package let theirs: Int
        package let ours: Int
    }

    /// Lines the two shapes up by name, the way MariaDB compares names of columns: without regard to case.
    package init(theirs: TableShape, ours: TableShape) {
        var byName: [String: Int] = [:]
        for (index, column) in ours.columns.enumerated() { byName[column.name.lowercased()] = index }
        var shared: [Pair] = []
        var onlyTheirs: [String] = []
        for (index, column) in theirs.columns.enumerated() {
            if let here = byName.removeValue(forKey: column.name.lowercased()) {
                shared.append(Pair(theirs: index, ours: here))
            } else {
                onlyTheirs.append(column.name)
            }
        }
        self.shared = shared
        self.onlyTheirs = onlyTheirs
        onlyOurs = byName.keys.sorted()
    }

    /// Whether both sides have the same columns.
    package var isComplete: Bool { onlyTheirs.isEmpty && onlyOurs.isEmpty }
}
