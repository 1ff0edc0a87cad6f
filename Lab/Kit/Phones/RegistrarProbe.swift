import Vocabulary

/// Asks servers over SIP whether they are there, as a phone's keep-alive does. Any answer will do.
struct RegistrarProbe: Sendable {
    private static let sipPort: UInt16 = 5060

    private let socket: LabSocket
    private let registrars: [String]
    private let number: String
    private let address: String
    private var sequence = 0

    init(_ plan: PhonePlan, in namespace: NetworkNamespace) throws(LabFailure) {
        registrars = plan.registrars
        number = plan.word
        address = plan.address
        socket = try LabSocket.datagrams(in: namespace)
    }

    /// Asks all of them.
    mutating func ask() {
        sequence += 1
        for (index, registrar) in registrars.enumerated() {
            socket.send(Array(question(index, registrar).utf8), to: registrar, port: Self.sipPort)
        }
    }

    /// The places in the list of those that have answered since.
    func answers() -> Set<Int> {
        var found: Set<Int> = []
        while let bytes = socket.receive() {
            let text = String(decoding: bytes, as: UTF8.self)
            guard text.hasPrefix("SIP/2.0 "), let start = text.firstRange(of: "z9hG4bK-probe-") else { continue }
            guard let index = Int(text[start.upperBound...].prefix { $0.isNumber }) else { continue }
            if registrars.indices.contains(index) { found.insert(index) }
        }
        return found
    }

    private func question(_ index: Int, _ registrar: String) -> String {
        [
            "OPTIONS sip:\(registrar) SIP/2.0",
            "Via: SIP/2.0/UDP \(address);branch=z9hG4bK-probe-\(index)-\(sequence);rport",
            "Max-Forwards: 70",
            "From: <sip:\(number)@\(registrar)>;tag=probe\(sequence)",
            "To: <sip:\(registrar)>",
            "Call-ID: probe-\(index)-\(sequence)@\(address)",
            "CSeq: \(sequence) OPTIONS",
            "Contact: <sip:\(number)@\(address)>",
            "Content-Length: 0", "", "",
        ].joined(separator: "\r\n")
    }
}
