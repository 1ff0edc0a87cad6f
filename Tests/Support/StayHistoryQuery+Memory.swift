import HotelLogic
import Ports

extension StayHistoryQuery {
    /// What is asked for, of records in the order in which they were written.
    func answer(from records: [StayRecord]) -> [StayRecord] {
        let found = records.reversed().filter { record in
            room == nil || record.line.room == room || record.line.formerRoom == room
        }
        return Array(found.prefix(limit))
    }
}
