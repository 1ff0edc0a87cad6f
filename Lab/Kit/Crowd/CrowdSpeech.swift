/// The speech of one call: it says a little, so that the server knows where the phone is, and listens to what comes.
struct CrowdSpeech: Sendable {
    /// Between two packets, 20 ms of sound each.
    static let packetEvery = Duration.milliseconds(20)
    /// What a server wants to hear before it believes where a phone is.
    private static let opening = 25
    /// Afterwards one of so many, so that the router keeps the way open.
    private static let keeping = 50
    /// A second of sound.
    private static let greeting = 50
    private static let header = 12
    private static let silence: Set<UInt8> = [0xff, 0x7f, 0xfe, 0x7e]

    private let socket: LabSocket
    let port: UInt16
    private var said = 0
    private var soundPackets = 0
    var host = ""
    var remotePort: UInt16 = 0

    init(in namespace: NetworkNamespace) throws(LabFailure) {
        socket = try LabSocket.datagrams(in: namespace, at: 0)
        port = socket.boundPort
    }

    /// Whether a second of speech was heard.
    var isGreeted: Bool { soundPackets >= Self.greeting }

    /// Says what is due, one packet at most.
    mutating func say() {
        defer { said += 1 }
        guard remotePort > 0, said < Self.opening || said % Self.keeping == 0 else { return }
        socket.send(packet, to: host, port: remotePort)
    }

    /// Listens to what has come, until the greeting was heard.
    mutating func listen() {
        guard !isGreeted else { return }
        while let packet = socket.receiveSpeech() {
            let isSound = packet.dropFirst(Self.header).contains { !Self.silence.contains($0) }
            if isSound { soundPackets += 1 }
        }
    }

    private var packet: [UInt8] {
        let (number, moment) = (UInt16(truncatingIfNeeded: said), UInt32(said) * 160)
        let head: [UInt8] = [0x80, 0, UInt8(number >> 8), UInt8(number & 0xff)]
        let times = (0..<4).map { UInt8(truncatingIfNeeded: moment >> (24 - $0 * 8)) }
        return head + times + [0, 0, UInt8(port >> 8), UInt8(port & 0xff)] + Array(repeating: 0xff, count: 160)
    }
}
