extension SippScenario {
    /// Registers one of a crowd of phones. The time from the first question to the acceptance is measured.
    static let registering = SippScenario(
        "registering",
        """
        \(send(register(1, ""), "retrans=\"500\" start_rtd=\"1\""))
        <recv response="100" optional="true"/>
        <recv response="401" auth="true"/>
        \(send(register(2, "[field1]\n")))
        <recv response="100" optional="true"/>
        <recv response="200" rtd="1"/>
        """)

    private static func register(_ sequence: Int, _ proof: String) -> String {
        """
        REGISTER sip:[remote_ip] SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
        From: <sip:[field0]@[remote_ip]>;tag=[call_number]
        To: <sip:[field0]@[remote_ip]>
        Call-ID: [call_id]
        CSeq: \(sequence) REGISTER
        Contact: <sip:[field0]@[local_ip]:[local_port]>
        \(proof)Max-Forwards: 70
        Expires: 600
        Content-Length: 0
        """
    }
}
