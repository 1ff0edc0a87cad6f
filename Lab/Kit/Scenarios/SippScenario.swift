/// What a sipp does: one side of a call or of a registration, in sipp's own words.
struct SippScenario: Sendable, Hashable {
    /// The name of its file, and of what sipp writes beside it.
    let name: String
    let text: String

    init(_ name: String, _ body: String) {
        self.name = name
        text = """
            <?xml version="1.0" encoding="ISO-8859-1" ?>
            <!DOCTYPE scenario SYSTEM "sipp.dtd">
            <scenario name="\(name)">
            \(body)
            </scenario>

            """
    }

    /// A message to send: lines of SIP, with an answer's or a request's attributes.
    static func send(_ message: String, _ attributes: String = "retrans=\"500\"") -> String {
        "<send \(attributes)>\n<![CDATA[\n\n\(message)\n\n]]>\n</send>"
    }
}
