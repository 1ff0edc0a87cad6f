import Vocabulary

/// One leg of a call as Asterisk's call detail record tells of it when the leg is over.
///
/// The columns, in the order of ``CallFiles/recordConfiguration``: the global call id, the leg's unique id, the linked
/// id, the caller's number, the number dialled, the dialplan's context, both channels, start, answer and end in seconds
/// since 1970 with a fraction (0 for never), the whole and the billable seconds, the disposition, the account, the
/// trunk that the call left by, the room that it belongs to, the extension that called, and the record's number in this
/// run of Asterisk. The global id, trunk, room and caller are channel variables of the dialplan.
package struct CallRecord: Sendable, Hashable {
    package static let columns = [
        "call_id", "unique_id", "linked_id", "source", "destination", "context", "channel", "destination_channel",
        "start", "answer", "end", "duration", "billable", "disposition", "account", "trunk", "room",
        "caller", "sequence",
    ]

    package let callID: String
    package let uniqueID: String
    package let linkedID: String
    package let source: String
    package let destination: String
    package let context: String
    package let channel: String
    package let destinationChannel: String
    package let start: WallTime
    package let answer: WallTime?
    package let end: WallTime
    package let seconds: Int
    package let billableSeconds: Int
    /// Asterisk's word: `ANSWERED`, `NO ANSWER`, `BUSY`, `FAILED`, `CONGESTION`.
    package let disposition: String
    package let account: String
    package let trunk: String
    package let room: String
    /// The extension that called; empty for a call from outside.
    package let caller: String
    /// Tells legs of one channel apart, as those of a call that rang several phones.
    package let sequence: Int

    /// - Parameter line: a line of the file without its end.
    package init(line: ArraySlice<UInt8>) throws(CallFileError) {
        let values = try CallColumns(line, named: Self.columns)
        callID = values.text(0)
        uniqueID = try values.required(1)
        linkedID = values.text(2)
        source = values.text(3)
        destination = values.text(4)
        context = values.text(5)
        channel = values.text(6)
        destinationChannel = values.text(7)
        start = try values.time(8)
        answer = try values.timeOrNever(9)
        end = try values.time(10)
        seconds = try values.count(11)
        billableSeconds = try values.count(12)
        disposition = values.text(13)
        account = values.text(14)
        trunk = values.text(15)
        room = values.text(16)
        caller = values.text(17)
        sequence = try values.count(18)
    }
}
