extension SippScenario {
    /// Calls a number, stays for a while, and hangs up. The time from the call to its answer is measured.
    static let calling = SippScenario(
        "calling",
        """
        \(send(
            """
            INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
            \(head(to: ""))
            CSeq: 1 INVITE
            Contact: <sip:[field0]@[local_ip]:[local_port]>
            Max-Forwards: 70
            Content-Type: application/sdp
            Content-Length: [len]

            \(speech)
            """, "retrans=\"500\" start_rtd=\"1\""))
        <recv response="100" optional="true"/>
        <recv response="180" optional="true"/>
        <recv response="183" optional="true"/>
        <recv response="200" rtd="1" crlf="true"/>
        \(send(
            """
            ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
            \(head(to: "[peer_tag_param]"))
            CSeq: 1 ACK
            Max-Forwards: 70
            Content-Length: 0
            """, ""))
        <pause/>
        \(send(
            """
            BYE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
            \(head(to: "[peer_tag_param]"))
            CSeq: 2 BYE
            Max-Forwards: 70
            Content-Length: 0
            """))
        <recv response="200" crlf="true"/>
        """)

    private static func head(to tag: String) -> String {
        """
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:[field0]@[local_ip]:[local_port]>;tag=[call_number]
        To: <sip:[service]@[remote_ip]:[remote_port]>\(tag)
        Call-ID: [call_id]
        """
    }
}
