import HotelLogic
import Ports
import Vocabulary
import Wire

/// How far this node has read its call files: one row, which is also the lock of whoever keeps a batch.
struct CallReadingTable {
    let session: MariaSession

    /// Makes sure that a batch goes on from what is kept, and lets no other one in until this transaction ends.
    func take(_ revision: UInt64) throws {
        try session.execute("INSERT IGNORE INTO comxfailover_node.call_reading (id, revision) VALUES (1, 0)")
        let outcome = try session.execute(
            "UPDATE comxfailover_node.call_reading SET revision = revision + 1 WHERE id = 1 AND revision = ?",
            [.unsigned(revision)])
        guard outcome.affectedRows == 1 else { throw CallStoreFailure.moved }
    }

    func save(_ batch: CallBatch, written: [CallEntry]) throws {
        let interrupted = written.filter { $0.outcome == .interrupted }.count
        let place = MariaValue.momentPlace
        try session.execute(
            """
            UPDATE comxfailover_node.call_reading SET events = ?, records = ?, alive_at = \(place),
              records_written = records_written + ?, records_interrupted = records_interrupted + ?,
              lines_refused = lines_refused + ?, last_ended_at = IFNULL(\(place), last_ended_at) WHERE id = 1
            """,
            [
                .optional(batch.positions[.events]?.description), .optional(batch.positions[.records]?.description),
                .moment(batch.aliveAt), .number(written.count), .number(interrupted), .number(batch.refused.count),
                .moment(written.map(\.endedAt).max()),
            ])
    }

    func read() throws -> CallReading {
        var reading = CallReading(open: try OpenLegTable(session: session).all())
        guard
            let row = try session.query(
                """
                SELECT revision, events, records, records_written, records_interrupted, lines_refused,
                  \(MariaValue.momentColumn("alive_at")), \(MariaValue.momentColumn("last_ended_at"))
                FROM comxfailover_node.call_reading WHERE id = 1
                """
            ).first
        else { return reading }
        reading.revision = try row.unsigned("revision")
        for file in CallFileName.allCases {
            reading.positions[file] = try row.optionalText(file.rawValue).flatMap(CallFilePosition.init)
        }
        reading.aliveAt = try row.optionalMoment("alive_at")
        reading.recordsWritten = try row.unsigned("records_written")
        reading.recordsInterrupted = try row.unsigned("records_interrupted")
        reading.linesRefused = try row.unsigned("lines_refused")
        reading.lastEndedAt = try row.optionalMoment("last_ended_at")
        return reading
    }
}
