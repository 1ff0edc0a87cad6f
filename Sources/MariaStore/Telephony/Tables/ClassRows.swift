import HotelLogic
import Vocabulary

/// The classes of service. A house that made none of its own has the standard ones, which stand in no table.
enum ClassRows {
    private static let table = "comxfailover.class_of_service"
    private static let columns = [
        "name", "may_call_rooms", "may_call_staff", "may_call_local", "may_call_national", "may_call_international",
        "may_call_premium", "call_minutes_max",
    ]

    static func rows(of entries: [ClassEntry]) -> [TableRows] {
        [
            TableRows(
                table, key: ["code"], columns,
                rows: entries.map { entry in
                    [
                        .number(entry.code), .text(entry.name), .flag(entry.mayCallRooms), .flag(entry.mayCallStaff),
                        .flag(entry.mayCallLocal), .flag(entry.mayCallNational), .flag(entry.mayCallInternational),
                        .flag(entry.mayCallPremium), .optional(entry.callMinutesMax),
                    ]
                })
        ]
    }

    static func read(_ session: MariaSession) throws -> [ClassEntry] {
        let classes = try stored(session)
        return classes.isEmpty ? ClassEntry.standard : classes
    }

    /// What stands in the table.
    static func stored(_ session: MariaSession) throws -> [ClassEntry] {
        try session.query(
            "SELECT code, \(columns.joined(separator: ", ")) FROM \(table) ORDER BY code"
        ).map { row in
            ClassEntry(
                code: try row.number("code"), name: try row.text("name"), mayCallRooms: try row.bool("may_call_rooms"),
                mayCallStaff: try row.bool("may_call_staff"), mayCallLocal: try row.bool("may_call_local"),
                mayCallNational: try row.bool("may_call_national"),
                mayCallInternational: try row.bool("may_call_international"),
                mayCallPremium: try row.bool("may_call_premium"),
                callMinutesMax: try row.optionalNumber("call_minutes_max"))
        }
    }
}
