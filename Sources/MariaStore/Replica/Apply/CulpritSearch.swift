import Foundation
import Ports
import ReplicaLogic
import Vocabulary

/// Finds the row that made a batch fail, by applying parts of the same work and rolling them back.
///
/// A part that passes holds no culprit; one that fails is halved. Rows that fail for want of another row of the batch
/// are none: together they pass.
struct CulpritSearch {
    let session: MariaSession
    let tables: LocalTables
    let at: WallTime

    /// The failure that names the row; a retry where single rows pass.
    func failure(of work: ApplyWork, after original: any Error) -> ApplyFailure {
        for part in work.tables {
            if let failure = search(part.rows[...], of: part, in: work) { return failure }
        }
        if (original as? MariaError)?.isDuplicateKey == true {
            for part in work.tables {
                if let failure = try? twins(in: part) { return failure }
            }
        }
        for part in work.tables {
            if let failure = keptValue(in: part, of: work) { return failure }
        }
        // Rows that pass one by one and not together collide with each other: a retry sees newer images.
        return .retry(words: "\(original)")
    }

    /// The row that wants a unique value of another row of the batch, which lost against what stands here and keeps it.
    private func keptValue(in part: ApplyWork.Table, of work: ApplyWork) -> ApplyFailure? {
        for row in part.rows {
            let single = ApplyWork(
                item: work.item, incarnation: work.incarnation, judgement: work.judgement,
                suspectAbove: work.suspectAbove,
                tables: [ApplyWork.Table(theirs: part.theirs, rows: [row], cursor: nil, found: part.found)])
            do {
                try BatchApplier(session: session, tables: tables, at: at).rehearse(single)
            } catch let error as MariaError where error.isDuplicateKey {
                return .row(
                    table: part.theirs.table, key: named(row, part.theirs), number: error.number, words: error.message)
            } catch {
                return ApplyFailure.general(error, in: part.theirs.table)
            }
        }
        return nil
    }

    private func named(_ row: FeedRow, _ theirs: TableShape) -> [String: String] {
        let key = zip(theirs.keyColumns, row.key).map { ($0.name, $1.readable ?? "NULL") }
        return Dictionary(key) { first, _ in first }
    }

    /// Two rows that the peer tells apart and that are one key here.
    private func twins(in part: ApplyWork.Table) throws -> ApplyFailure? {
        let rows = part.rows.filter { !$0.isAbsent }
        guard rows.count > 1 else { return nil }
        let local = try tables.table(part.theirs.table, on: session)
        try BatchApplier(session: session, tables: tables, at: at).stage(rows, in: local)
        let keys = local.description.keyColumns.indices.map { "k\($0)" }.joined(separator: ", ")
        let found = try session.query(
            "SELECT MIN(ordinal) AS one, MAX(ordinal) AS other FROM \(local.stage) GROUP BY \(keys) "
                + "HAVING COUNT(*) > 1 ORDER BY 1 LIMIT 1")
        try tables.emptyStage(of: local, on: session)
        guard let pair = found.first else { return nil }
        let (one, other) = (rows[Int(try pair.unsigned("one"))], rows[Int(try pair.unsigned("other"))])
        return .row(
            table: part.theirs.table, key: local.named(one.key), number: 1062,
            words: Spelling.words(one.key, other.key, key: part.theirs.keyColumns.map(\.name)))
    }

    private func search(_ rows: ArraySlice<FeedRow>, of part: ApplyWork.Table, in work: ApplyWork) -> ApplyFailure? {
        guard !rows.isEmpty else { return nil }
        let piece = ApplyWork(
            item: work.item, incarnation: work.incarnation, judgement: work.judgement,
            suspectAbove: work.suspectAbove,
            tables: [ApplyWork.Table(theirs: part.theirs, rows: Array(rows), cursor: nil, found: part.found)])
        guard rows.count > 1 else { return trial(piece, row: rows[rows.startIndex], of: part) }
        do {
            try BatchApplier(session: session, tables: tables, at: at).rehearse(piece)
            return nil
        } catch {
            if let general = ApplyFailure.general(error, in: part.theirs.table) { return general }
            let middle = rows.startIndex + rows.count / 2
            return search(rows[..<middle], of: part, in: work) ?? search(rows[middle...], of: part, in: work)
        }
    }

    private func trial(_ single: ApplyWork, row: FeedRow, of part: ApplyWork.Table) -> ApplyFailure? {
        let theirs = part.theirs
        do {
            try BatchApplier(session: session, tables: tables, at: at).rehearse(single)
            return nil
        } catch {
            if let general = ApplyFailure.general(error, in: theirs.table) { return general }
            guard let error = error as? MariaError else { return .unavailable(words: "\(error)") }
            if error.isDuplicateKey, let holder = holder(of: row, theirs: theirs, error: error) {
                if part.rows.contains(where: { $0.key == holder }) { return nil }
                return .uniqueHeld(table: theirs.table, holder: holder, number: error.number, words: error.message)
            }
            return .row(
                table: theirs.table, key: named(row, theirs), number: error.number, words: error.message)
        }
    }

    /// The key of the row here that holds the unique value the arriving row wants.
    private func holder(of row: FeedRow, theirs: TableShape, error: MariaError) -> [CellValue]? {
        guard let image = row.image, let name = indexName(in: error.message),
            let local = try? tables.table(theirs.table, on: session),
            let columns = try? indexColumns(name, of: theirs.table), !columns.isEmpty
        else { return nil }
        var values: [CellValue] = []
        for column in columns {
            guard let index = theirs.columns.firstIndex(where: { $0.name.lowercased() == column.lowercased() }) else {
                return nil
            }
            values.append(image[index])
        }
        let key = local.description.keyColumns.map { MariaIdentifier.quoted($0.name) }
        let condition = columns.map { "\(MariaIdentifier.quoted($0)) <=> ?" }
        let found = try? session.query(
            "SELECT \(key.joined(separator: ", ")) FROM \(local.text.source) "
                + "WHERE \(condition.joined(separator: " AND "))",
            values)
        guard let holder = found?.first?.values, holder != row.key else { return nil }
        return holder
    }

    /// MariaDB names the index at the end: `Duplicate entry 'x' for key 'name'`.
    private func indexName(in message: String) -> String? {
        guard message.hasSuffix("'"), let range = message.range(of: " for key '", options: .backwards) else {
            return nil
        }
        return String(message[range.upperBound...].dropLast())
    }

    private func indexColumns(_ index: String, of table: TableName) throws -> [String] {
        try session.query(
            """
            SELECT COLUMN_NAME AS name FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = ? ORDER BY SEQ_IN_INDEX
            """, [.text(table.schema), .text(table.name), .text(index)]
        ).map { try $0.text("name") }
    }
}
