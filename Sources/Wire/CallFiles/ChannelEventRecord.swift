import Vocabulary

/// One event in the life of a channel, as Asterisk's channel event log tells of it at once. A call that was cut off
/// with Asterisk leaves its beginning here, and nothing in the call records.
///
/// The columns, in the order of ``CallFiles/eventConfiguration``: the event, its time in seconds since 1970 with a
/// fraction, unique id, linked id, channel, the caller's number, the number dialled, the context, the application, the
/// account, and what the event carries besides.
package struct ChannelEventRecord: Sendable, Hashable {
    package static let columns = [
        "event", "time", "unique_id", "linked_id", "channel", "source", "destination", "context", "application",
        "account", "extra",
    ]

    /// Asterisk's word: `CHAN_START`, `ANSWER`, `CHAN_END`, `LINKEDID_END`.
    package let event: String
    package let time: WallTime
    package let uniqueID: String
    package let linkedID: String
    package let channel: String
    package let source: String
    package let destination: String
    package let context: String
    package let application: String
    package let account: String
    package let extra: String

    /// - Parameter line: a line of the file without its end.
    package init(line: ArraySlice<UInt8>) throws(CallFileError) {
        let values = try CallColumns(line, named: Self.columns)
        event = try values.required(0)
        time = try values.time(1)
        uniqueID = try values.required(2)
        linkedID = values.text(3)
        channel = values.text(4)
        source = values.text(5)
        destination = values.text(6)
        context = values.text(7)
        application = values.text(8)
        account = values.text(9)
        extra = values.text(10)
    }
}
