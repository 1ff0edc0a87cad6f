import Ports
import Vocabulary

/// Lines of call files that are no records, kept for a person.
struct RefusedLineTable {
    /// The newest that are kept; a file in another layout would fill the disk else.
    static let linesMax = 10_000

    let session: MariaSession

    func add(_ lines: [CallBatch.RefusedLine]) throws {
        guard !lines.isEmpty else { return }
        for line in lines {
            try session.execute(
                """
                INSERT INTO comxfailover_node.call_line_refused (file, line, reason, read_at)
                VALUES (?, ?, ?, UTC_TIMESTAMP(6))
                """,
                [.text(line.file.rawValue), .bytes(line.line), .text(String(line.reason.prefix(250)))])
        }
        try session.execute(
            """
            DELETE FROM comxfailover_node.call_line_refused WHERE id + ? <=
              (SELECT last FROM (SELECT MAX(id) AS last FROM comxfailover_node.call_line_refused) AS newest)
            """, [.number(Self.linesMax)])
    }

    func newest(_ limit: Int) throws -> [RefusedLineReport] {
        try session.query(
            """
            SELECT id, file, line, reason, \(MariaValue.momentColumn("read_at"))
            FROM comxfailover_node.call_line_refused ORDER BY id DESC LIMIT \(max(0, limit))
            """
        ).map { row in
            RefusedLineReport(
                id: try row.unsigned("id"), file: try row.text("file"), reason: try row.text("reason"),
                line: String(decoding: try row.bytes("line"), as: UTF8.self), readAt: try row.moment("read_at"))
        }
    }
}
