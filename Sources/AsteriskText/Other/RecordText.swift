/// Records of calls: what Asterisk writes down, for the daemon to read whenever it lives.
///
/// The reader of these files takes the columns apart in this very order; a test holds the two together. Asterisk does
/// not make the folders `cdr-custom` and `cel-custom` of its log: whoever writes these files does.
package enum RecordText {
    /// The name of both files.
    static let file = "comxfailover.csv"

    /// The columns of a leg of a call, in their order. A caller's number may be anything that somebody outside sends,
    /// also ends of lines, which would begin another record.
    static let callColumns = [
        "CDR(COMX_CALL_ID)", "CDR(uniqueid)", "CDR(linkedid)", #"FILTER(\x20-\x7e,${CDR(src)})"#, "CDR(dst)",
        "CDR(dcontext)", "CDR(channel)", "CDR(dstchannel)", "CDR(start,u)", "CDR(answer,u)", "CDR(end,u)",
        "CDR(duration)", "CDR(billsec)", "CDR(disposition)", "CDR(accountcode)", "CDR(COMX_TRUNK)", "CDR(COMX_ROOM)",
        "CDR(COMX_CALLER)", "CDR(sequence)",
    ]

    /// The columns of an event, in their order.
    static let eventColumns = [
        "eventtype", "eventtime", "CHANNEL(uniqueid)", "CHANNEL(linkedid)", "CHANNEL(channame)",
        #"FILTER(\x20-\x7e,${CALLERID(num)})"#,
        "CHANNEL(exten)", "CHANNEL(context)", "CHANNEL(appname)", "CHANNEL(accountcode)", "eventextra",
    ]

    static var texts: [String: String] {
        [
            "cdr.conf": calls, "cdr_custom.conf": mapping("the columns of a call's record", callColumns),
            "cel.conf": events, "cel_custom.conf": mapping("the columns of an event", eventColumns),
        ]
    }

    private static var calls: String {
        var writer = ConfigurationWriter("that calls are recorded, unanswered ones too")
        writer.section("general")
        writer.option("enable", true)
        writer.option("unanswered", true)
        writer.option("congestion", true)
        writer.option("endbeforehexten", true)
        return writer.text
    }

    private static var events: String {
        var writer = ConfigurationWriter("events of calls, from which a call that was cut off is known")
        writer.section("general")
        writer.option("enable", true)
        writer.option("events", "CHAN_START,CHAN_END,ANSWER,LINKEDID_END,USER_DEFINED")
        return writer.text
    }

    private static func mapping(_ purpose: String, _ columns: [String]) -> String {
        var writer = ConfigurationWriter(purpose)
        writer.section("mappings")
        writer.verbatim("\(file) => " + columns.map { "${CSV_QUOTE(${\($0)})}" }.joined(separator: ","))
        return writer.text
    }
}
