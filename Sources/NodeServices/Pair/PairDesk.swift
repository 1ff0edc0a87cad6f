import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary
import Wire

/// Takes the inputs of a `PairService` one by one: decodes, asks the machine, carries out what it says.
struct PairDesk {
    private let service: PairService
    private var machine: PeerMachine
    private var schedule: HeartbeatSchedule
    private var replay: ReplayGuard
    private var sequence: UInt64 = 0
    /// The newest heartbeat of the peer, to be echoed: also one that was not yet proved to be alive.
    private var newest: (boot: BootID, sequence: UInt64, at: Instant)?
    /// The head of the peer's feed, as it last told it.
    private var toldHead: FeedPosition = .start
    private var toldSettled: FeedPosition = .start
    /// The head of this node's own feed, as it last told it.
    private var sentHead: FeedPosition = .start
    /// Who owned what, as the peer last told it.
    private var toldReigns: [HeartbeatMessage.Reign] = []
    /// They changed, and nobody was told so yet.
    private var hasNewReigns = false
    /// When a heartbeat was last heard that is no recording.
    private var provenAt = Instant(nanoseconds: 0)
    /// For how long after such a heartbeat an unproven one changes nothing.
    private static let provenFresh = Duration.seconds(1)

    init(service: PairService) {
        self.service = service
        machine = PeerMachine(
            ownMode: service.board.mode, ownBoot: service.boot, standing: .active,
            timings: service.settings.timings, startedAt: service.clock.now())
        schedule = HeartbeatSchedule(timings: service.settings.timings)
        replay = ReplayGuard(ownBoot: service.boot)
    }

    mutating func take(_ input: PairInput) {
        let now = service.clock.now()
        let wall = service.clock.wallTime()
        switch input {
        case .socket(let event): take(event, now: now, wall: wall)
        case .probed(let path, let outcome): carryOut(machine.probed(path, outcome, at: now, wall: wall))
        case .feedMoved:
            let (head, settled) = service.board.read { ($0.feed.head, $0.feed.settled) }
            if schedule.feedMoved(to: head, settled: settled, at: now) == .send { send(now: now, wall: wall) }
        case .standMoved: if schedule.hasNews(at: now) == .send { send(now: now, wall: wall) }
        case .tick: tick(now: now, wall: wall)
        }
        service.board.change { $0.peer = machine }
        // Not before it can be read there.
        if hasNewReigns { service.board.reignMoved.ring() }
        hasNewReigns = false
    }

    private mutating func tick(now: Instant, wall: WallTime) {
        let (life, memory, head) = service.board.read { ($0.feed.life, $0.peerMemory, $0.feed.head) }
        let own = life.map { FeedMark(incarnation: $0.memory.incarnation, head: max(head, $0.memory.head)) }
        carryOut(machine.ownFeedStands(at: own, at: now, wall: wall))
        let mark = memory.map { FeedMark(incarnation: $0.incarnation, head: $0.head) }
        carryOut(machine.remembers(mark, at: now, wall: wall))
        let isRefused = service.board.change { content -> Bool in
            defer { content.isProofRefused = false }
            return content.isProofRefused
        }
        if isRefused { carryOut(machine.rejected(.proofRefused, at: now, wall: wall)) }
        carryOut(machine.tick(at: now, wall: wall))
        if schedule.tick(at: now) == .send { send(now: now, wall: wall) }
    }

    private mutating func take(_ event: HeartbeatEvent, now: Instant, wall: WallTime) {
        switch event {
        case .received(let datagram): take(datagram, wall: wall)
        case .oversized: machine.dropped(.oversized)
        case .opened(let port): service.logger.info("heartbeat listens", metadata: ["port": "\(port)"])
        case .sendFailed(let failure, let words, let at):
            carryOut(machine.probed(.heartbeat, .failure(failure, words: words), at: at, wall: wall))
        case .closed(let words, let at):
            service.logger.warning("heartbeat's socket: \(words)")
            carryOut(machine.probed(.heartbeat, .failure(.other, words: words), at: at, wall: wall))
        }
    }

    private mutating func take(_ datagram: ReceivedDatagram, wall: WallTime) {
        let message: HeartbeatMessage
        do {
            message = try HeartbeatMessage(datagram: datagram.bytes, keys: service.settings.keys)
        } catch {
            return reject(error, datagram, wall: wall)
        }
        guard message.boot != service.boot else { return machine.dropped(.ownReflection) }
        let verdict = replay.heard(boot: message.boot, sequence: message.sequence, echo: message.echo)
        switch verdict {
        case .replayed: machine.dropped(.replayed)
        case .unproven:
            machine.dropped(.unproven)
            // It may be a recording: only where nobody proven is heard is it asked, by an echo, to prove itself.
            guard datagram.receivedAt - provenAt >= Self.provenFresh else { return }
            newest = (message.boot, message.sequence, datagram.receivedAt)
        case .accepted(fresh: false): machine.dropped(.late)
        case .accepted(fresh: true):
            provenAt = datagram.receivedAt
            newest = (message.boot, message.sequence, datagram.receivedAt)
            carryOut(machine.heard(HeartbeatFacts(message), at: datagram.receivedAt, wall: wall))
            noticed(message, at: datagram.receivedAt)
        }
    }

    private mutating func reject(_ error: HeartbeatDecodingError, _ datagram: ReceivedDatagram, wall: WallTime) {
        let at = datagram.receivedAt
        switch error {
        case .truncated: machine.dropped(.truncated)
        case .oversized: machine.dropped(.oversized)
        case .badMagic: machine.dropped(.badMagic)
        case .malformed: machine.dropped(.malformed)
        case .foreignPair where datagram.fromPeer: carryOut(machine.rejected(.foreignPair, at: at, wall: wall))
        case .foreignPair: machine.dropped(.foreignPair)
        case .forged where datagram.fromPeer: carryOut(machine.rejected(.forged, at: at, wall: wall))
        case .forged: machine.dropped(.forged)
        case .protocolTooNew(let theirs), .protocolTooOld(let theirs):
            carryOut(machine.rejected(.protocolUnknown(theirs: theirs), at: at, wall: wall))
        }
    }

    /// What the heartbeat tells beyond the peer's health: a feed that moved, an owner of a higher epoch.
    private mutating func noticed(_ message: HeartbeatMessage, at: Instant) {
        let board = service.board
        board.change { $0.peerRinging = message.peerRinging(at: at) }
        let head = max(message.feedHead, message.settledHead)
        // It falls where the peer's database was put back; that is news, too.
        if head != toldHead {
            toldHead = head
            board.change { $0.movedAtPeer.formUnion(message.movedTables) }
            board.copyWanted.ring()
        } else if message.settledHead != toldSettled {
            // What was read before is known to be everything, and the peer is told so.
            board.copyWanted.ring()
        }
        toldSettled = message.settledHead
        if let remembered = message.remembered {
            hold(remembered, cursors: [message.acknowledged, message.guestsAcknowledged ?? .start])
        }
        // Of another reign the other service hears at once; whether it counts is not for this one to say.
        let reigns = [message.configuration, message.guest]
        if reigns != toldReigns {
            toldReigns = reigns
            hasNewReigns = true
        }
    }

    /// What the machine cannot see: the peer remembers a number that this very feed skipped. Where it remembers this
    /// life and nothing else is wrong, the feed is sound.
    ///
    /// Its cursors must have left the gaps, too: they follow a settled head, so they may stand further than any entry
    /// that is remembered, and only the gap will tell the peer that this feed never reached them. Nor may they stand
    /// beyond everything that this feed has drawn.
    private func hold(_ remembered: HeartbeatMessage.FeedMark, cursors: [FeedPosition]) {
        let (life, head) = service.board.read { ($0.feed.life, $0.feed.head) }
        guard let life, !life.gaps.isEmpty, remembered.incarnation == life.memory.incarnation else { return }
        let memory = FeedMemory(incarnation: remembered.incarnation, head: remembered.head)
        let drawn = max(head, life.memory.head)
        if life.gaps.contains(where: { $0.contains(entryAt: remembered.head) }) {
            service.board.change { $0.lostFeed = memory }
        } else if life.check(against: memory, head: head) == .sound, cursors[0] > .start,
            cursors.allSatisfy({ $0 <= drawn && FeedReach(reserved: drawn, gaps: life.gaps).isDrawn($0) })
        {
            service.board.change { $0.isFeedSound = true }
        } else {
            return
        }
        service.board.sourceWanted.ring()
    }

    private mutating func send(now: Instant, wall: WallTime) {
        sequence += 1
        let message = message(now: now, wall: wall)
        sentHead = message.feedHead
        service.heartbeat.send(message.encoded(signedWith: service.settings.keys[0]))
        replay.sent(sequence)
        machine.sent(sequence, at: now, wall: wall)
    }

    private func message(now: Instant, wall: WallTime) -> HeartbeatMessage {
        let content = service.board.now
        var health: HeartbeatMessage.Health = []
        if content.isDatabaseUp { health.insert(.databaseUp) }
        if content.isDatabaseStarting { health.insert(.starting) }
        if let asterisk = service.asterisk {
            health.insert(.asteriskConfigured)
            if asterisk.situation == .running { health.insert(.asteriskUp) }
        }
        if machine.isSlow { health.insert(.slow) }
        if machine.seesClone { health.insert(.cloneSeen) }
        if content.feed.life?.suspectAbove != nil || machine.isRestored { health.insert(.restored) }
        let echo = newest.map { newest in
            HeartbeatMessage.Echo(
                boot: newest.boot, sequence: newest.sequence,
                heldMicroseconds: UInt32(clamping: (now - newest.at).nanoseconds / 1_000))
        }
        return HeartbeatMessage(
            pair: service.settings.keys[0].pair, sender: service.board.mode, health: health, boot: service.boot,
            sequence: sequence, sentAt: wall, nodeIdentity: service.identity,
            incarnation: content.feed.life?.memory.incarnation ?? .unknown,
            feedHead: content.feed.head, settledHead: content.feed.settled, acknowledged: content.acknowledged,
            configuration: reign(.configuration, content), guest: reign(.guest, content), echo: echo,
            remembered: content.peerMemory.map { .init(incarnation: $0.incarnation, head: $0.head) },
            softwareVersion: service.settings.softwareVersion,
            movedTables: content.feed.tables(movedAbove: sentHead),
            ringing: content.ringing.map { .init($0, at: now) }, guestsAcknowledged: content.guestsAcknowledged)
    }

    /// The owner as stored; before the database was reached, nobody's claim: the home at epoch 0.
    private func reign(_ scope: Scope, _ content: NodeBoard.Content) -> HeartbeatMessage.Reign {
        content.scopes.first { $0.scope == scope }.map { .init(owner: $0.owner, epoch: $0.epoch) }
            ?? .init(owner: scope.home, epoch: Epoch(rawValue: 0))
    }

    private mutating func carryOut(_ directives: [PeerDirective]) {
        for directive in directives {
            PairNotice(service: service).note(directive)
        }
    }
}
