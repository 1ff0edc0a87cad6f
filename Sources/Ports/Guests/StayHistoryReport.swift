import HotelLogic
import Vocabulary

/// What happened to a stay or a room, as `comxfailover stays history` shows it.
package struct StayHistoryReport: Sendable, Hashable, Codable {
    package let at: WallTime
    /// The same by the property's calendar and clock.
    package let local: LocalTime
    /// Where it was written.
    package let node: Mode
    package let event: StayLine.Event
    package let stay: StayID?
    /// Of a move the new one.
    package let room: RoomNumber?
    package let formerRoom: RoomNumber?
    /// Of a voicemail box that was emptied, or whose messages went along.
    package let box: ExtensionNumber?
    package let targetBox: ExtensionNumber?
    package let detail: String?
    package let way: Author.Way
    /// nil where nobody's name is known.
    package let by: String?

    package init(_ record: StayRecord, in zone: ZoneRules) {
        at = record.at
        local = zone.localTime(at: record.at)
        node = record.node
        event = record.line.event
        stay = record.line.stay
        room = record.line.room
        formerRoom = record.line.formerRoom
        box = record.line.box
        targetBox = record.line.targetBox
        detail = record.line.detail
        way = record.author.way
        by = record.author.name
    }
}
