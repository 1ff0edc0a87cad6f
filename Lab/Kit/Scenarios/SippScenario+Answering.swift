extension SippScenario {
    /// Answers calls, sends back what it hears, and notes which number was called and who it said it was. A question
    /// whether it is there is answered too.
    static let answering = SippScenario(
        "answering",
        """
        <recv request="OPTIONS" optional="true" next="1"/>
        <recv request="INVITE" crlf="true">
          <action>
            <ereg regexp="sip:([^@;> ]+)" search_in="msg" check_it="true" assign_to="whole,called"/>
            <ereg regexp="sip:([^@;> ]+)" search_in="hdr" header="From:" check_it="true" assign_to="who,caller"/>
            <log message="call [$called] from [$caller]"/>
          </action>
        </recv>
        <Reference variables="whole,who"/>
        \(answer("180 Ringing", ""))
        \(send(
            """
            SIP/2.0 200 OK
            [last_Via:]
            [last_From:]
            [last_To:];tag=[call_number]
            [last_Call-ID:]
            [last_CSeq:]
            Contact: <sip:[local_ip]:[local_port];transport=[transport]>
            Content-Type: application/sdp
            Content-Length: [len]

            \(speech)
            """))
        <recv request="ACK" rtd="true" crlf="true"/>
        <recv request="BYE" crlf="true"/>
        \(answer("200 OK", ""))
        <nop next="2"/>
        <label id="1"/>
        \(answer("200 OK", ""))
        <label id="2"/>
        <timewait milliseconds="500"/>
        """)

    /// The description of its speech: one codec at one place.
    static let speech = """
        v=0
        o=carrier 53655765 2353687637 IN IP[local_ip_type] [local_ip]
        s=-
        c=IN IP[media_ip_type] [media_ip]
        t=0 0
        m=audio [media_port] RTP/AVP 0
        a=rtpmap:0 PCMU/8000
        """

    private static func answer(_ status: String, _ attributes: String) -> String {
        send(
            """
            SIP/2.0 \(status)
            [last_Via:]
            [last_From:]
            [last_To:];tag=[call_number]
            [last_Call-ID:]
            [last_CSeq:]
            Contact: <sip:[local_ip]:[local_port];transport=[transport]>
            Content-Length: 0
            """, attributes)
    }
}
