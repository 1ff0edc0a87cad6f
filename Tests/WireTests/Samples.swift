import Vocabulary
import Wire

/// The secret and the messages that the tests share.
enum Samples {
    static let derivation = KeyDerivation(secret: Array(0..<32))
    static let otherDerivation = KeyDerivation(secret: Array(1..<33))
    static let key = derivation.heartbeatKey

    static let heartbeat = heartbeat()

    static func heartbeat(
        version: ProtocolVersion = .current, pair: PairID = key.pair, software: String = "1.2.3",
        echo: HeartbeatMessage.Echo? = .init(boot: BootID(rawValue: 0xA), sequence: 6, heldMicroseconds: 1_500),
        remembered: HeartbeatMessage.FeedMark? = .init(
            incarnation: Incarnation(rawValue: 9), head: FeedPosition(rawValue: 41)),
        movedTables: [UInt32] = [31, 0x0102_0304], ringing: HeartbeatMessage.Ringing? = ringing,
        guestsAcknowledged: FeedPosition? = FeedPosition(rawValue: 43)
    ) -> HeartbeatMessage {
        HeartbeatMessage(
            protocolVersion: version, pair: pair, sender: .secondary,
            health: [.databaseUp, .asteriskConfigured, .asteriskUp], boot: BootID(rawValue: 0xB), sequence: 7,
            sentAt: WallTime(microseconds: 1_700_000_000_000_000), nodeIdentity: 77,
            incarnation: Incarnation(rawValue: 5), feedHead: FeedPosition(rawValue: 100),
            settledHead: FeedPosition(rawValue: 99), acknowledged: FeedPosition(rawValue: 42),
            configuration: .init(owner: .primary, epoch: Epoch(rawValue: 2)),
            guest: .init(owner: .secondary, epoch: Epoch(rawValue: 1)), echo: echo, remembered: remembered,
            softwareVersion: software, movedTables: movedTables, ringing: ringing,
            guestsAcknowledged: guestsAcknowledged)
    }

    static let ringing = HeartbeatMessage.Ringing(
        isFirst: true, holdsTurn: false, ability: .unkept, serial: 12, epoch: Epoch(rawValue: 3), fallbacks: 4,
        heard: .init(run: BootID(rawValue: 0xA), serial: 5), pauseMilliseconds: 70)

    /// The bytes of `heartbeat`, computed by another program from the table in `Docs/WIRE.md`.
    static let heartbeatBytes = bytes(
        """
        4358464800e00001f20d2b475fae74d2020007000000000000000b000000000000000700060a24181e4000000000000000\
        004d000000000000000500000000000000640000000000000063000000000000002a010000000000000002020000000000\
        00000103000000000000000a0000000000000006000005dc0000000000000009000000000000002905312e322e33020000\
        001f010203042e0501000000000000000c00000000000000030000000000000004000000000000000a0000000000000005\
        00000046000000000000002bd7aee830f115a0ea6093cc449e6a9cf4
        """)

    static let hello = ControlHello(
        mode: .primary, boot: BootID(rawValue: 1), incarnation: Incarnation(rawValue: 2),
        wallClock: WallTime(microseconds: -3), softwareVersion: "1.0.0", timeZone: "Europe/Vienna")
    static let item = ItemName(literal: "guest-extensions")

    static let registered = [("201", "192.168.1.50", UInt32.max), ("1001", "[2001:db8::7]", 0)].compactMap {
        ControlRequest.Registered.Phone(endpoint: $0, host: $1, ageMilliseconds: $2)
    }

    static let requests: [ControlRequest] =
        [
            .hello(hello), .settle, .takeMyRows(.init(item: item)),
            .regenerate(.init(table: TableName(schema: "asterisk", name: "Ünïcode .name"))),
            .nudge(.init(feedHead: FeedPosition(rawValue: .max))),
            .registered(.init(phones: [])), .registered(.init(phones: registered)),
            .repair(.init(item: item, ticket: .max - 1)),
            .handover(.init(scope: .guest, owner: .primary, epoch: Epoch(rawValue: 4), round: 9, end: nil)),
            .handover(
                .init(
                    scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: .max), round: .max,
                    end: .init(incarnation: Incarnation(rawValue: 3), head: FeedPosition(rawValue: 77)))),
            .giveBack(.init(scope: .guest)), .giveBack(.init(scope: .configuration)),
            ControlRequest.PutBack(entry: #"{"id":7,"words":"Zoë"}"#).map { .putBack($0) } ?? .settle,
        ]
        + [letters[0], letters[1]].map { .ringing($0) } + [
            ControlRequest.PutBack(entry: #"{"id":7,"words":"Zoë"}"#).map { .putBack($0) } ?? .settle
        ]

    private static let mark = RingingNotice.Mark(run: BootID(rawValue: .max), serial: 9)

    /// A page with a note of every kind.
    static let page = OccurrencePage(
        wakeUpNode: .secondary, wakeUpNumber: .max, revision: 3, date: .last,
        room: (try? RoomNumber("A-412")) ?? fallbackRoom,
        notes: OccurrenceNote.Kind.allCases.map { kind in
            OccurrenceNote(
                kind, node: .primary, attempt: 7, epoch: Epoch(rawValue: 2), at: WallTime(microseconds: -5),
                detail: .max - 1, author: kind == .reported ? "phone:Zoë" : "")
        })

    private static var fallbackRoom: RoomNumber { preconditionFailure("A-412 is a room") }

    /// Everything that nodes tell each other about ringing.
    static let notices: [RingingNotice] = [
        .asked(mark, epoch: Epoch(rawValue: 5)),
        .yielded(mark, fallbacks: 6, .init(letter: 7, part: 0, isLast: true, pages: [page, page])), .inquired,
        .known(mark, .init(letter: 8, part: .max, isLast: false, pages: [])), .claimed([page]), .receipted([page]),
        .noted([page, page]),
    ]

    static let letters = [RingingLetter(notices), RingingLetter([])].compactMap { $0 }

    static let replies: [ControlReply] = [
        .acknowledge, .hello(hello),
        .failed(.init(code: .refused, words: "not the owner of `guest`; take it over first")),
        .settled(.init(head: FeedPosition(rawValue: 12), settled: FeedPosition(rawValue: 10))),
        .progress(.init(item: item, rowsDone: 7, rowsTotal: nil)),
        .progress(.init(item: item, rowsDone: 7, rowsTotal: 0)),
        .progress(.init(item: item, rowsDone: 7, rowsTotal: 1_000_000)),
        .repairing(
            .init(
                item: item, rowsDone: 7, rowsTotal: nil, rowsDifferent: 3, rowsRepaired: 2, isFinished: false,
                words: "the peer's feed cannot be read")),
        .repairing(
            .init(
                item: item, rowsDone: 9, rowsTotal: 9, rowsDifferent: 3, rowsRepaired: 3, isFinished: true, words: "")),
        .verdict(.init(kind: .reached, words: "")), .verdict(.init(kind: .behind, words: "item stays is not there")),
        .verdict(.init(kind: .declined, words: "two daemons answer as the Secondary")),
        .ringing(letters[0]), .ringing(letters[1]),
    ]

    /// Every message above as frames with ids from 1.
    static var frames: [ControlFrame] {
        let bodies = requests.map { $0.frame(id: 0) } + replies.map { $0.frame(id: 0) }
        return bodies.enumerated().map { ControlFrame(kind: $1.kind, id: UInt32($0 + 1), body: $1.body) }
    }

    /// The bytes that hexadecimal `text` spells.
    static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
