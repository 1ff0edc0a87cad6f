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
        movedTables: [UInt32] = [31, 0x0102_0304]
    ) -> HeartbeatMessage {
        HeartbeatMessage(
            protocolVersion: version, pair: pair, sender: .secondary,
            health: [.databaseUp, .asteriskConfigured, .asteriskUp], boot: BootID(rawValue: 0xB), sequence: 7,
            sentAt: WallTime(microseconds: 1_700_000_000_000_000), nodeIdentity: 77,
            incarnation: Incarnation(rawValue: 5), feedHead: FeedPosition(rawValue: 100),
            settledHead: FeedPosition(rawValue: 99), acknowledged: FeedPosition(rawValue: 42),
            configuration: .init(owner: .primary, epoch: Epoch(rawValue: 2)),
            guest: .init(owner: .secondary, epoch: Epoch(rawValue: 1)), echo: echo, remembered: remembered,
            softwareVersion: software, movedTables: movedTables)
    }

    /// The bytes of `heartbeat`, computed by another program from the table in `Docs/WIRE.md`.
    static let heartbeatBytes = bytes(
        """
        4358464800a90001f20d2b475fae74d2020007000000000000000b000000000000000700060a24181e4000000000000000\
        004d000000000000000500000000000000640000000000000063000000000000002a010000000000000002020000000000\
        00000103000000000000000a0000000000000006000005dc0000000000000009000000000000002905312e322e33020000\
        001f010203040577236bf0a9c3e5e2dea3b780c85417
        """)

    static let hello = ControlHello(
        mode: .primary, boot: BootID(rawValue: 1), incarnation: Incarnation(rawValue: 2),
        wallClock: WallTime(microseconds: -3), softwareVersion: "1.0.0")
    static let item = ItemName(literal: "guest-extensions")

    static let registered = [("201", "192.168.1.50", UInt32.max), ("1001", "[2001:db8::7]", 0)].compactMap {
        ControlRequest.Registered.Phone(endpoint: $0, host: $1, ageMilliseconds: $2)
    }

    static let requests: [ControlRequest] = [
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
