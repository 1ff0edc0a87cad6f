import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary
import Wire

@testable import NodeServices

/// Two nodes that tell each other of themselves, heartbeat by heartbeat, over a wire in memory.
struct PairScene {
    static let key = HeartbeatKey(pair: PairID(rawValue: 3), bytes: Array(repeating: 7, count: 32))

    let clock = HastyClock()
    let primary: Side
    let secondary: Side

    /// One of the two.
    final class Side {
        let board: NodeBoard
        let port: MemoryHeartbeatPort
        let asterisk = MemoryAsterisk()
        var desk: PairDesk

        init(_ mode: Mode, port: MemoryHeartbeatPort, clock: HastyClock, boot: UInt64, key: HeartbeatKey) {
            let board = NodeBoard(mode: mode)
            self.board = board
            self.port = port
            board.change { content in
                content.isDatabaseUp = true
                content.isDatabaseStarting = false
                content.scopes = Scope.allCases.map { .init(scope: $0, owner: $0.home, epoch: .first(of: $0)) }
                content.feed.life = FeedLife(
                    memory: FeedMemory(incarnation: Incarnation(rawValue: UInt64(mode.number)), head: .start),
                    superseded: nil, suspectAbove: nil)
            }
            board.settleReigns(at: clock.now())
            desk = PairDesk(
                service: PairService(
                    heartbeat: port, control: MemoryControlPort(answering: AcknowledgingPeer(), clock: clock),
                    database: { () async throws(FeedFailure) in Incarnation(rawValue: 1) }, witness: MemoryWitness(),
                    asterisk: asterisk, board: board, clock: clock, boot: BootID(rawValue: boot), identity: boot,
                    settings: PairServiceSettings(
                        timings: PeerTimings(), probeInterval: .seconds(1), keys: [key], witnesses: [],
                        softwareVersion: "1.0", timeZone: "UTC"), logger: RunningService.quietLogger))
        }

        var state: PeerState? { board.read { $0.peer?.state } }
        var facts: HeartbeatFacts? { board.read { $0.peer?.facts } }
        var decisions: [String] { board.read { $0.decisions }.newest(50).map(\.decision) }
    }

    init(secondaryKey: HeartbeatKey = key, secondaryMode: Mode = .secondary) {
        let (one, other) = MemoryHeartbeatPort.pair(clock: clock)
        primary = Side(.primary, port: one, clock: clock, boot: 11, key: Self.key)
        secondary = Side(secondaryMode, port: other, clock: clock, boot: 22, key: secondaryKey)
    }

    /// Lets time pass: both tick, and what they send arrives; a dead one does neither.
    func pass(_ duration: Duration, without dead: Mode? = nil) {
        let end = clock.now() + duration
        var told = [primary.port.sent.count, secondary.port.sent.count]
        while clock.now() < end {
            clock.advance(by: .milliseconds(50))
            for side in [primary, secondary] where side.board.mode != dead { side.desk.take(.tick) }
            deliver(from: primary, to: secondary, &told[0])
            deliver(from: secondary, to: primary, &told[1])
        }
    }

    private func deliver(from sender: Side, to receiver: Side, _ told: inout Int) {
        for bytes in sender.port.sent.dropFirst(told) {
            receiver.desk.take(
                .socket(.received(ReceivedDatagram(bytes: bytes, fromPeer: true, receivedAt: clock.now()))))
        }
        told = sender.port.sent.count
    }
}
