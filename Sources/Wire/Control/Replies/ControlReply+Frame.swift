extension ControlReply {
    /// The number of each reply on the wire: 0x80 and above.
    private enum Kind: UInt16 {
        case acknowledge = 0x81
        case failed = 0x82
        case hello = 0x83
        case settled = 0x84
        case progress = 0x85
        case repairing = 0x86
        case verdict = 0x87
        case ringing = 0x89
    }

    /// Reads the reply that a frame holds. Trailing bytes that this version does not know are passed over.
    package init(_ frame: ControlFrame) throws(ControlMessageError) {
        guard let kind = Kind(rawValue: frame.kind) else { throw .unknownKind(frame.kind) }
        var reader = ByteReader(frame.body[...])
        guard let reply = Self.decode(kind, from: &reader) else { throw .malformed(kind: frame.kind) }
        self = reply
    }

    /// The frame that carries this reply to the request of the same id.
    package func frame(id: UInt32) -> ControlFrame {
        var writer = ByteWriter(reserving: 64)
        write(to: &writer)
        return ControlFrame(kind: kind.rawValue, id: id, body: writer.bytes)
    }

    private static func decode(_ kind: Kind, from reader: inout ByteReader) -> ControlReply? {
        switch kind {
        case .acknowledge: .acknowledge
        case .failed: Failure(from: &reader).map { .failed($0) }
        case .hello: ControlHello(from: &reader).map { .hello($0) }
        case .settled: Settled(from: &reader).map { .settled($0) }
        case .progress: Progress(from: &reader).map { .progress($0) }
        case .repairing: Repairing(from: &reader).map { .repairing($0) }
        case .verdict: Verdict(from: &reader).map { .verdict($0) }
        case .ringing: RingingLetter(from: &reader).map { .ringing($0) }
        }
    }

    private var kind: Kind {
        switch self {
        case .acknowledge: .acknowledge
        case .failed: .failed
        case .hello: .hello
        case .settled: .settled
        case .progress: .progress
        case .repairing: .repairing
        case .verdict: .verdict
        case .ringing: .ringing
        }
    }

    private func write(to writer: inout ByteWriter) {
        switch self {
        case .acknowledge: break
        case .failed(let body): body.write(to: &writer)
        case .hello(let hello): hello.write(to: &writer)
        case .settled(let body): body.write(to: &writer)
        case .progress(let body): body.write(to: &writer)
        case .repairing(let body): body.write(to: &writer)
        case .verdict(let body): body.write(to: &writer)
        case .ringing(let body): body.write(to: &writer)
        }
    }
}
