import ReplicaLogic
import Vocabulary

/// Every write of the simulated programs, and what each was built on: what the promise is measured against.
struct WriteBook {
    /// One write of one row.
    struct Write {
        let node: Mode
        let row: RowKey
        /// The write that stood there and that this one replaced knowingly.
        let parent: Int?
        let isDeletion: Bool
    }

    private(set) var writes: [Write] = []
    /// Deletions that met a deletion of the other node: nobody lost.
    private var agreed = NumberSet()
    /// Deletions whose tombstones were collected.
    private var collected = NumberSet()
    /// Losers whose only ledger was on a disk that was rolled back, and writes whose only successors were on it.
    private var excused = NumberSet()

    mutating func add(_ write: Write) -> Int {
        writes.append(write)
        return writes.count - 1
    }

    mutating func agree(_ write: Int) { agreed.insert(write) }

    /// The tombstone of a deletion is removed, since both nodes have it.
    mutating func collect(_ write: Int) { collected.insert(write) }

    /// A disk goes back to an older image: an entry that only its own ledger had is lost to anybody, and so is a write
    /// that lived on in nothing but what replaced it knowingly there, though the image may show it once more.
    mutating func rolledBack(_ disk: StoreImage, to image: StoreImage, beside other: StoreImage) {
        for write in disk.ledger.members where !image.ledger.contains(write) && !other.ledger.contains(write) {
            excused.insert(write)
        }
        let gone = disk.witnessed.members.filter { !image.witnessed.contains($0) && !other.witnessed.contains($0) }
        let succeeded = ancestors(of: other.witnessed.members)
        for write in ancestors(of: gone).members {
            let lives = succeeded.contains(write) || other.ledger.contains(write) || isCurrent(write, on: other)
            if !lives { excused.insert(write) }
        }
    }

    func words(_ write: Int) -> String {
        let what = writes[write]
        let built = what.parent.map { " on \($0)" } ?? ""
        return "write \(write)\(built) of \(what.row) by \(what.node)\(what.isDeletion ? ", a deletion" : "")"
    }

    /// Writes that are on neither node in any form though a disk that is still there witnessed them.
    ///
    /// A write is safe where it is current on a node, where a write that is still witnessed was built on it, or where
    /// it stands whole in a ledger. What only a rolled-back disk had seen is not witnessed any more. A deletion whose
    /// tombstone was collected has had its day; it must only not be undone in the end.
    func lost(among images: [StoreImage], isEnd: Bool) -> [Int] {
        var witnessed = NumberSet()
        for image in images { witnessed.formUnion(image.witnessed) }
        let present = witnessed.members
        let superseded = ancestors(of: present + excused.members + agreed.members)
        return present.filter { write in
            if superseded.contains(write) || agreed.contains(write) || excused.contains(write) { return false }
            if images.contains(where: { $0.ledger.contains(write) }) { return false }
            if collected.contains(write) { return isEnd && images.contains { isUndone(write, on: $0) } }
            return !images.contains { isCurrent(write, on: $0) }
        }
    }

    /// Whether a write was built on another, directly or through others.
    func isBuilt(_ write: Int, on other: Int) -> Bool {
        var parent = writes[write].parent
        while let ancestor = parent, ancestor != other { parent = writes[ancestor].parent }
        return parent == other
    }

    /// Every write that one of these was built on, directly or through others.
    private func ancestors(of descendants: [Int]) -> NumberSet {
        var found = NumberSet()
        for write in descendants {
            var parent = writes[write].parent
            while let ancestor = parent, !found.contains(ancestor) {
                found.insert(ancestor)
                parent = writes[ancestor].parent
            }
        }
        return found
    }

    /// Whether a row that a deletion removed knowingly stands again.
    private func isUndone(_ write: Int, on image: StoreImage) -> Bool {
        let row = writes[write].row
        guard let current = image.tables[row.table].rows[row.key] else { return false }
        var ancestor = writes[write].parent
        while let former = ancestor, former != current { ancestor = writes[former].parent }
        return ancestor == current
    }

    private func isCurrent(_ write: Int, on image: StoreImage) -> Bool {
        let row = writes[write].row
        let table = image.tables[row.table]
        return writes[write].isDeletion ? table.rows[row.key] == nil : table.rows[row.key] == write
    }
}
