/// What Asterisk must be configured with so that its call files hold what ``CallRecord`` and ``ChannelEventRecord``
/// read: whole files for `cdr_custom.conf`, `cel_custom.conf` and `cel.conf`, written to below its log folder.
///
/// Asterisk does not make the folders of the two files: where one is missing it complains in its log, and every record
/// is lost. Whoever writes these configurations makes both folders, for Asterisk's user to write in.
package enum CallFiles {
    /// The file of call records, below Asterisk's log folder.
    package static let recordFile = "cdr-custom/comxfailover.csv"
    /// The file of channel events, below Asterisk's log folder.
    package static let eventFile = "cel-custom/comxfailover.csv"

    /// Channel variables that the dialplan sets, inherited by the legs of a call.
    package static let callIDVariable = "COMX_CALL_ID"
    package static let trunkVariable = "COMX_TRUNK"
    package static let roomVariable = "COMX_ROOM"
    package static let callerVariable = "COMX_CALLER"

    /// Events of the dialplan's own among the channel events: who calls, and by which trunk a call leaves.
    package static let callEvent = "call"
    package static let exitEvent = "exit"

    /// For `cdr_custom.conf`. A caller's number may be anything that somebody outside sends, also ends of lines.
    package static let recordConfiguration: String = {
        let values = [
            "CDR(\(callIDVariable))", "CDR(uniqueid)", "CDR(linkedid)",
            #"FILTER(\x20-\x7e,${CDR(src)})"#, "CDR(dst)", "CDR(dcontext)",
            "CDR(channel)", "CDR(dstchannel)", "CDR(start,u)", "CDR(answer,u)", "CDR(end,u)", "CDR(duration)",
            "CDR(billsec)", "CDR(disposition)", "CDR(accountcode)", "CDR(\(trunkVariable))", "CDR(\(roomVariable))",
            "CDR(\(callerVariable))", "CDR(sequence)",
        ]
        return "[mappings]\ncomxfailover.csv => \(line(values))\n"
    }()

    /// For `cel_custom.conf`.
    package static let eventConfiguration: String = {
        let values = [
            "eventtype", "eventtime", "CHANNEL(uniqueid)", "CHANNEL(linkedid)", "CHANNEL(channame)",
            #"FILTER(\x20-\x7e,${CALLERID(num)})"#,
            "CHANNEL(exten)", "CHANNEL(context)", "CHANNEL(appname)", "CHANNEL(accountcode)", "eventextra",
        ]
        return "[mappings]\ncomxfailover.csv => \(line(values))\n"
    }()

    /// For `cel.conf`: which events are written, and their times as seconds since 1970.
    package static let eventSelection = """
        [general]
        enable=yes
        apps=
        events=CHAN_START,ANSWER,CHAN_END,LINKEDID_END,USER_DEFINED
        [manager]
        enabled=no

        """

    private static func line(_ values: [String]) -> String {
        values.map { "${CSV_QUOTE(${\($0)})}" }.joined(separator: ",")
    }
}
