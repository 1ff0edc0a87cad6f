import HotelLogic
import PairLogic
import Ports
import Vocabulary

/// What bears on ringing besides time and calls, as the board has it at one moment.
struct RingingFacts: Sendable, Hashable {
    /// The peer, as ringing takes it.
    enum Peer: Sendable, Hashable {
        /// Nothing is known of it yet.
        case unknown
        case unheard
        /// As it told last; and whether it hears this node as well.
        case heard(PeerRinging, isMutual: Bool)
    }

    /// This node's clock beside the peer's.
    enum Clock: Sendable, Hashable {
        /// Nothing is heard that would tell.
        case unknown
        case inStep
        /// Ahead by so much, which is too far.
        case ahead(Duration)
    }

    /// Whether this node owns the guest scope, and the epoch; nil until that is known.
    var isFirst: Bool?
    var epoch: Epoch
    var isDatabaseUp: Bool
    var isAsteriskRunning: Bool
    var peer: Peer
    var phones: HousePhones?
    var languages: HouseLanguages
    /// How often an operator said that the clock is right.
    var clockConfirmations: UInt64
    var clock = Clock.unknown
}

extension RingingFacts {
    init(
        _ content: NodeBoard.Content, _ settings: RingingServiceSettings, hasPeer: Bool, isAsteriskRunning: Bool,
        at now: Instant
    ) {
        let guest = content.reigns[.guest]
        // A node alone rings whatever it knows of.
        isFirst = hasPeer ? guest?.isFirst : true
        epoch = guest?.record?.ownership.epoch ?? Epoch(rawValue: 0)
        isDatabaseUp = content.isDatabaseUp
        self.isAsteriskRunning = isAsteriskRunning
        phones = content.phones
        languages = content.languages
        clockConfirmations = content.clockConfirmations
        peer = Self.peer(content, settings, hasPeer: hasPeer, at: now)
        guard case .heard = peer, let offset = content.peer?.clockOffset else { return }
        clock = offset < .zero - settings.clockLimit ? .ahead(.zero - offset) : .inStep
    }

    private static func peer(
        _ content: NodeBoard.Content, _ settings: RingingServiceSettings, hasPeer: Bool, at now: Instant
    ) -> Peer {
        guard hasPeer else { return .unheard }
        guard let machine = content.peer else { return .unknown }
        switch machine.presence {
        case .unconfigured, .unheard: return .unheard
        case .unknown: return .unknown
        case .heard:
            // A peer that was heard, and not yet of its ringing, may be about to tell what it rang.
            guard let ringing = content.peerRinging else { return .unknown }
            guard now - ringing.at < settings.unheardAfter else { return .unheard }
            return .heard(ringing, isMutual: machine.seesEachOther)
        }
    }
}
