import ReplicaLogic
import Vocabulary

/// An arriving key under which a row stands here that spells it otherwise, 'abc' for 'ABC': the two servers compare
/// such keys by rules of their own, so only the peer can say whether it holds one row or two.
package struct Spelling: Sendable, Hashable {
    /// The key as it arrived.
    package let arriving: [CellValue]
    /// The key as it stands here.
    package let standing: [CellValue]

    package init(arriving: [CellValue], standing: [CellValue]) {
        self.arriving = arriving
        self.standing = standing
    }

    /// That the peer has two rows where there is room for one, with the cure.
    package static func words(_ one: [CellValue], _ other: [CellValue], key: [String]) -> String {
        "the peer has two rows, (\(spelled(one, key))) and (\(spelled(other, key))), that are one key here; give "
            + "\(key.joined(separator: ", ")) the same collation on both nodes, or remove one of the two there"
    }

    private static func spelled(_ values: [CellValue], _ key: [String]) -> String {
        zip(key, values).map { "\($0)=\($1.readable ?? "NULL")" }.joined(separator: ", ")
    }
}

extension ApplyWork {
    /// What becomes of work once the peer's rows under the keys that stand here are known.
    package enum Settlement: Sendable, Hashable {
        /// It can be applied.
        case work(ApplyWork)
        /// The peer holds two rows that are one key here.
        case twins(Spelling)
    }

    /// Settles `spellings` of a table by the peer's rows under the keys that stand here.
    ///
    /// A deletion of the one spelling does not concern the row that the peer has under the other, and is left out.
    package func settled(_ spellings: [Spelling], of table: TableName, by rows: [FeedRow]) -> Settlement {
        func words(_ key: [CellValue]) -> [String?] { key.map(\.readable) }
        let there = Set(rows.filter { !$0.isAbsent }.map { words($0.key) })
        let doubled = spellings.filter { there.contains(words($0.standing)) }
        var work = self
        work.spellings[table, default: []].formUnion(spellings.map(\.arriving))
        guard let place = tables.firstIndex(where: { $0.theirs.table == table }), !doubled.isEmpty else {
            return .work(work)
        }
        let keys = Set(doubled.map(\.arriving))
        let part = tables[place]
        if let twin = part.rows.first(where: { keys.contains($0.key) && !$0.isAbsent }) {
            return .twins(doubled.first { $0.arriving == twin.key } ?? doubled[0])
        }
        work.tables[place] = Table(
            theirs: part.theirs, rows: part.rows.filter { !keys.contains($0.key) }, cursor: part.cursor,
            found: part.found)
        return .work(work)
    }
}
