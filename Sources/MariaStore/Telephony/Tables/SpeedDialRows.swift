import HotelLogic
import Vocabulary

/// The speed dials.
enum SpeedDialRows {
    private static let columns = ["label", "number", "may_guests_dial", "ignores_class"]

    static func rows(of entries: [SpeedDialEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover.speed_dial", key: ["code"], columns,
                rows: entries.map { entry in
                    [
                        .text(entry.code), .text(entry.label), .text(entry.number), .flag(entry.mayGuestsDial),
                        .flag(entry.ignoresClass),
                    ]
                })
        ]
    }

    static func read(_ session: MariaSession) throws -> [SpeedDialEntry] {
        try session.query(
            "SELECT code, label, number, may_guests_dial, ignores_class FROM comxfailover.speed_dial ORDER BY code"
        ).map { row in
            SpeedDialEntry(
                code: try row.text("code"), label: try row.text("label"), number: try row.text("number"),
                mayGuestsDial: try row.bool("may_guests_dial"), ignoresClass: try row.bool("ignores_class"))
        }
    }
}
