import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// Makes a conclusion of the machine known: in the log, in the list of decisions, on the board.
struct PairNotice {
    let service: PairService

    func note(_ directive: PeerDirective) {
        let wall = service.clock.wallTime()
        switch directive {
        case .pausedLocally(let gap):
            tell("this node did not run for \(gap.inSeconds) s and distrusts its own timing", [], at: wall)
        case .pathChanged(let path, let from, let to, let words):
            service.logger.info(
                "path \(path.rawValue): \(from.rawValue) to \(to.rawValue)", metadata: ["words": "\(words)"])
        case .peerRestarted(let from, let to):
            tell("the peer's daemon was restarted", ["boot \(from) became \(to)"], at: wall)
        case .cloneSeen(let one, let other):
            tell(
                "two daemons answer under the peer's name", ["boots \(one) and \(other)"], at: wall,
                as: EventSort(.clone, .alert, about: "peer"))
        case .cloneGone:
            tell(
                "only one daemon answers under the peer's name again", [], at: wall,
                as: EventSort(.clone, .information, about: "peer", isOver: true))
        case .seenTwice(let isTwice):
            service.board.warn(
                "clone", isTwice ? "the peer hears two of this node: a copy of this disk is running" : nil)
        case .sameMode(let mode):
            tell(
                "the peer is set to the same mode as this node", ["mode \(mode.rawValue)"], at: wall,
                as: EventSort(.peer, .alert, about: "mode"))
        case .rememberedMismatch(let remembered, let own):
            restored(remembered: remembered, own: own, at: wall)
        case .sightChanged(let sees):
            service.logger.info(sees ? "the nodes see each other" : "the nodes do not see each other")
        case .stateChanged(let from, let to, let evidence):
            tell("the peer went from \(from.name) to \(words(to))", evidence, at: wall, as: sort(to))
            service.board.copyWanted.ring()
        }
    }

    /// Warns while the peer's wall clock is that of another time zone. A zone that is not told is not compared.
    func compareZones(own: String, peer: String) {
        guard !own.isEmpty, !peer.isEmpty else { return }
        let words =
            "the \(service.board.mode.peer)'s time zone is \(peer), this node's \(own): wake-ups would ring at other "
            + "times after a takeover; set property.time_zone alike on both and restart"
        service.board.warn("time-zone", peer == own ? nil : words)
    }

    private func words(_ state: PeerState) -> String {
        state.diagnosis.map { "\(state.name): \($0.sentence)" } ?? state.name
    }

    private func tell(
        _ decision: String, _ evidence: [String], at wall: WallTime, as sort: EventSort? = nil
    ) {
        service.logger.notice("\(decision)", metadata: ["evidence": "\(evidence.joined(separator: "; "))"])
        service.board.record(.peer, decision, evidence, at: wall, as: sort)
    }

    private func sort(_ state: PeerState) -> EventSort {
        switch state {
        case .offline: EventSort(.peer, .alert)
        case .degraded: EventSort(.peer, .warning)
        case .online: EventSort(.peer, .information, isOver: true)
        case .unconfigured, .disabled, .starting: EventSort(.peer, .information)
        }
    }

    /// The machine is sure that the peer remembers another feed; whether it means a restore, the feed's own books say.
    private func restored(remembered: FeedMark, own: FeedMark, at wall: WallTime) {
        let (life, head) = service.board.read { ($0.feed.life, $0.feed.head) }
        let memory = FeedMemory(incarnation: remembered.incarnation, head: remembered.head)
        guard let life, case .restored = life.check(against: memory, head: max(head, own.head)) else { return }
        service.board.change { $0.lostFeed = memory }
        service.board.sourceWanted.ring()
    }
}
