/// A message of SIP as it goes in a datagram: its first line, its fields in their order, its body.
struct SIPText: Sendable, Hashable {
    /// One field of its head.
    struct Field: Sendable, Hashable {
        let name: String
        var value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    let firstLine: String
    var fields: [Field]
    var body: String

    init(_ firstLine: String, _ fields: [Field], body: String = "") {
        self.firstLine = firstLine
        self.fields = fields
        self.body = body
    }

    /// Nil where there is no head.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), !first.isEmpty else { return nil }
        firstLine = String(first)
        fields = []
        while let line = lines.popFirst(), !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            fields.append(Field(String(line[..<colon]), String(value)))
        }
        body = lines.joined(separator: "\r\n")
    }

    var bytes: [UInt8] {
        var lines = [firstLine] + fields.map { "\($0.name): \($0.value)" }
        if !body.isEmpty { lines.append("Content-Type: application/sdp") }
        lines += ["Content-Length: \(body.utf8.count)", "", ""]
        return Array((lines.joined(separator: "\r\n") + body).utf8)
    }

    /// The first field of a name.
    subscript(_ name: String) -> String? { fields.first { $0.name.lowercased() == name.lowercased() }?.value }

    /// `INVITE`, of a request; nil of an answer.
    var method: String? {
        firstLine.hasPrefix("SIP/2.0 ") ? nil : firstLine.split(separator: " ").first.map(String.init)
    }

    /// `200`, of an answer; nil of a request.
    var status: Int? {
        guard firstLine.hasPrefix("SIP/2.0 ") else { return nil }
        return Int(firstLine.dropFirst(8).prefix { $0.isNumber })
    }

    /// The user that a request is for.
    var user: String? {
        guard let start = firstLine.firstRange(of: "sip:"), let end = firstLine.firstIndex(of: "@"),
            start.upperBound < end
        else { return nil }
        return String(firstLine[start.upperBound..<end])
    }

    /// The server that a request came from, by its own word.
    var sender: String? {
        guard let via = self["Via"], let sent = via.split(separator: " ").dropFirst().first else { return nil }
        return String(sent.prefix { $0 != ":" && $0 != ";" })
    }

    /// The method that an answer belongs to.
    var answeredMethod: String? { self["CSeq"]?.split(separator: " ").last.map(String.init) }

    /// Whether a request is one within a call.
    var isWithinCall: Bool { self["To"]?.contains("tag=") == true }

    /// Where the other end wants its speech: the address and the port of its description.
    var speechPlace: (host: String, port: UInt16)? {
        let lines = body.split(separator: "\r\n")
        guard let address = lines.first(where: { $0.hasPrefix("c=IN IP4 ") })?.dropFirst(9),
            let media = lines.first(where: { $0.hasPrefix("m=audio ") })?.dropFirst(8),
            let port = UInt16(media.prefix { $0.isNumber })
        else { return nil }
        return (String(address), port)
    }

    /// What answers it, with all that an answer must repeat.
    ///
    /// - Parameter tag: marks the end of a call that answers.
    func answer(_ status: String, tag: String, contact: String? = nil, body: String = "") -> SIPText {
        let repeated = ["via", "from", "call-id", "cseq", "record-route"]
        var answered: [Field] = []
        for field in fields {
            if repeated.contains(field.name.lowercased()) { answered.append(field) }
            guard field.name.lowercased() == "to" else { continue }
            answered.append(isWithinCall ? field : Field("To", field.value + ";tag=\(tag)"))
        }
        if let contact { answered.append(Field("Contact", "<\(contact)>")) }
        answered.append(Field("Allow", "INVITE, ACK, BYE, CANCEL, OPTIONS"))
        return SIPText("SIP/2.0 \(status)", answered, body: body)
    }
}
