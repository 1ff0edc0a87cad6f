import HotelLogic
import Vocabulary
import Wire

extension CallEntry {
    /// What the record of a leg comes to.
    init(_ record: CallRecord) {
        let sides = CallSides(channel: record.channel, other: record.destinationChannel, trunk: record.trunk)
        self.init(
            leg: Leg(uniqueID: record.uniqueID, number: String(record.sequence)),
            callID: [record.callID, record.linkedID].first { !$0.isEmpty } ?? record.uniqueID,
            direction: sides.direction, calling: record.caller.isEmpty ? record.source : record.caller,
            dialled: record.destination, called: sides.called ?? record.destination, room: record.room,
            trunk: sides.trunk, startedAt: record.start, answeredAt: record.answer, endedAt: record.end,
            outcome: Self.outcome(record), accountCode: record.account)
    }

    /// What is known of a call that Asterisk took with it.
    ///
    /// - Parameter aliveAt: when Asterisk was last seen alive before it began anew.
    init(interrupted leg: OpenLeg, other: OpenLeg?, aliveAt: WallTime?) {
        let sides = CallSides(channel: leg.channel, other: other?.channel ?? "", trunk: leg.trunk ?? "")
        let caller = leg.caller ?? ""
        self.init(
            leg: Leg(uniqueID: leg.uniqueID, number: Outcome.interrupted.rawValue),
            callID: [leg.callID ?? "", leg.linkedID].first { !$0.isEmpty } ?? leg.uniqueID,
            direction: sides.direction, calling: caller.isEmpty ? leg.source : caller, dialled: leg.destination,
            called: sides.called ?? leg.destination, room: leg.room, trunk: sides.trunk, startedAt: leg.started,
            answeredAt: leg.answered, endedAt: leg.ended ?? aliveAt ?? leg.started, outcome: .interrupted)
    }

    private static func outcome(_ record: CallRecord) -> Outcome {
        switch record.disposition {
        case "ANSWERED": .answered
        case "BUSY": .busy
        case "NO ANSWER": .noAnswer
        default: .failed
        }
    }
}
