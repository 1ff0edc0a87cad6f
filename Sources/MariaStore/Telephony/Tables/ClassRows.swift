import HotelLogic
import Vocabulary

/// The classes of service. A house that made none of its own has the standard ones.
enum ClassRows {
    static func read(_ session: MariaSession) throws -> [ClassEntry] {
        let classes = try session.query(
            """
            SELECT code, name, may_call_rooms, may_call_staff, may_call_local, may_call_national,
              may_call_international, may_call_premium, call_minutes_max
            FROM comxfailover.class_of_service ORDER BY code
            """
        ).map { row in
            ClassEntry(
                code: try row.number("code"), name: try row.text("name"), mayCallRooms: try row.bool("may_call_rooms"),
                mayCallStaff: try row.bool("may_call_staff"), mayCallLocal: try row.bool("may_call_local"),
                mayCallNational: try row.bool("may_call_national"),
                mayCallInternational: try row.bool("may_call_international"),
                mayCallPremium: try row.bool("may_call_premium"),
                callMinutesMax: try row.optionalNumber("call_minutes_max"))
        }
        return classes.isEmpty ? ClassEntry.standard : classes
    }
}
