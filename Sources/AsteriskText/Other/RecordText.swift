/// Records of calls: what Asterisk writes down, for the daemon to read whenever it lives.
package enum RecordText {
    /// Files below the folders of Asterisk's own log: `cdr-custom` and `cel-custom`.
    package static let callFile = "comxfailover-calls.csv"
    package static let eventFile = "comxfailover-events.csv"

    /// The columns of a call, in their order.
    package static let callColumns = [
        "CDR(callid)", "CDR(uniqueid)", "CDR(linkedid)", "CDR(sequence)", "CDR(channel)", "CDR(dstchannel)", "CDR(src)",
        "CDR(caller)", "CDR(dialled)", "CDR(dst)", "CDR(dcontext)", "CDR(clid)", "CDR(start)", "CDR(answer)", "CDR(end)",
        "CDR(duration,f)", "CDR(billsec,f)", "CDR(disposition)", "CDR(hangupcause)", "CDR(room)", "CDR(trunk)",
    ]

    /// The columns of an event, in their order.
    package static let eventColumns = [
        "eventtype", "eventtime", "CHANNEL(uniqueid)", "CHANNEL(linkedid)", "CHANNEL(channame)", "CALLERID(num)",
        "CALLERID(dnid)", "CHANNEL(exten)", "CHANNEL(context)", "userdeftype", "eventextra", "peeraccount",
    ]

    static var texts: [String: String] {
        ["cdr.conf": calls, "cdr_custom.conf": callMapping, "cel.conf": events, "cel_custom.conf": eventMapping]
    }

    private static var calls: String {
        var writer = ConfigurationWriter("that calls are recorded, unanswered ones too")
        writer.section("general")
        writer.option("enable", true)
        writer.option("unanswered", true)
        writer.option("congestion", true)
        // The cause is written by a handler of the end, which must still find the record open.
        writer.option("endbeforehexten", false)
        return writer.text
    }

    private static var callMapping: String {
        var writer = ConfigurationWriter("the columns of a call's record")
        writer.section("mappings")
        writer.verbatim("\(callFile) => " + quoted(callColumns))
        return writer.text
    }

    private static var events: String {
        var writer = ConfigurationWriter("events of calls, from which a call that was cut off is known")
        writer.section("general")
        writer.option("enable", true)
        writer.option("apps", "")
        writer.option("events", "CHAN_START,CHAN_END,ANSWER,HANGUP,LINKEDID_END,USER_DEFINED")
        return writer.text
    }

    private static var eventMapping: String {
        var writer = ConfigurationWriter("the columns of an event")
        writer.section("mappings")
        writer.verbatim("\(eventFile) => " + quoted(eventColumns))
        return writer.text
    }

    private static func quoted(_ columns: [String]) -> String {
        columns.map { "${CSV_QUOTE(${\($0)})}" }.joined(separator: ",")
    }
}
