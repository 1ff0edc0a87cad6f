extension ControlRequest {
    /// The number of each request on the wire: below 0x80.
    private enum Kind: UInt16 {
        case hello = 0x01
        case settle = 0x02
        case takeMyRows = 0x03
        case regenerate = 0x04
        case nudge = 0x05
        case putBack = 0x06
        case registered = 0x07
        case repair = 0x08
        case handover = 0x09
        case giveBack = 0x0A
        case ringing = 0x0C
    }

    /// Reads the request that a frame holds. Trailing bytes that this version does not know are passed over.
    package init(_ frame: ControlFrame) throws(ControlMessageError) {
        guard let kind = Kind(rawValue: frame.kind) else { throw .unknownKind(frame.kind) }
        var reader = ByteReader(frame.body[...])
        guard let request = Self.decode(kind, from: &reader) else { throw .malformed(kind: frame.kind) }
        self = request
    }

    /// The frame that carries this request.
    package func frame(id: UInt32) -> ControlFrame {
        var writer = ByteWriter(reserving: 64)
        write(to: &writer)
        return ControlFrame(kind: kind.rawValue, id: id, body: writer.bytes)
    }

    private static func decode(_ kind: Kind, from reader: inout ByteReader) -> ControlRequest? {
        switch kind {
        case .hello: ControlHello(from: &reader).map { .hello($0) }
        case .settle: .settle
        case .takeMyRows: TakeMyRows(from: &reader).map { .takeMyRows($0) }
        case .regenerate: Regenerate(from: &reader).map { .regenerate($0) }
        case .nudge: Nudge(from: &reader).map { .nudge($0) }
        case .putBack: PutBack(from: &reader).map { .putBack($0) }
        case .registered: Registered(from: &reader).map { .registered($0) }
        case .repair: Repair(from: &reader).map { .repair($0) }
        case .handover: Handover(from: &reader).map { .handover($0) }
        case .giveBack: GiveBack(from: &reader).map { .giveBack($0) }
        case .ringing: RingingLetter(from: &reader).map { .ringing($0) }
        }
    }

    private var kind: Kind {
        switch self {
        case .hello: .hello
        case .settle: .settle
        case .takeMyRows: .takeMyRows
        case .regenerate: .regenerate
        case .nudge: .nudge
        case .putBack: .putBack
        case .registered: .registered
        case .repair: .repair
        case .handover: .handover
        case .giveBack: .giveBack
        case .ringing: .ringing
        }
    }

    private func write(to writer: inout ByteWriter) {
        switch self {
        case .hello(let hello): hello.write(to: &writer)
        case .settle: break
        case .takeMyRows(let body): body.write(to: &writer)
        case .regenerate(let body): body.write(to: &writer)
        case .nudge(let body): body.write(to: &writer)
        case .putBack(let body): body.write(to: &writer)
        case .registered(let body): body.write(to: &writer)
        case .repair(let body): body.write(to: &writer)
        case .handover(let body): body.write(to: &writer)
        case .giveBack(let body): body.write(to: &writer)
        case .ringing(let body): body.write(to: &writer)
        }
    }
}
