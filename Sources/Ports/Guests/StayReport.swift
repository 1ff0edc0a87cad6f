import HotelLogic
import Vocabulary

/// A stay that has not ended, as `comxfailover stays list` shows it.
package struct StayReport: Sendable, Hashable, Codable {
    package let stay: StayID
    package let room: RoomNumber
    package let reservation: String?
    package let arrivedAt: WallTime
    /// The same by the property's calendar and clock.
    package let arrived: LocalTime
    package let departsOn: CalendarDate?
    /// The main guest first.
    package let guests: [GuestReport]

    package init(_ stay: Stay, in zone: ZoneRules) {
        self.stay = stay.id
        room = stay.room
        reservation = stay.reservation
        arrivedAt = stay.arrivedAt
        arrived = zone.localTime(at: stay.arrivedAt)
        departsOn = stay.departsOn
        guests = stay.guests.map(GuestReport.init)
    }
}
