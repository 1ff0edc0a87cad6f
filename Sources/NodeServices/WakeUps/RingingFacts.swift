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
        case heard(PeerRinging)
    }

    /// Whether this node owns the guest scope, and the epoch; nil until that is known.
    var isFirst: Bool?
    var epoch: Epoch
    var isDatabaseUp: Bool
    var isAsteriskRunning: Bool
    var peer: Peer
    var phones: HousePhones?
    /// How far this node's clock is ahead of the peer's, where that is too far.
    var clockAhead: Duration?
}

extension RingingFacts {
    init(
        _ content: NodeBoard.Content, _ settings: RingingServiceSettings, hasPeer: Bool, mode: Mode,
        isAsteriskRunning: Bool, at now: Instant
    ) {
        let guest = content.scopes.first { $0.scope == .guest }
        // A node alone rings whatever it knows of.
        isFirst = hasPeer ? guest.map { $0.owner == mode } : true
        epoch = guest?.epoch ?? Epoch(rawValue: 0)
        isDatabaseUp = content.isDatabaseUp
        self.isAsteriskRunning = isAsteriskRunning
        phones = content.phones
        peer = Self.peer(content, settings, hasPeer: hasPeer, at: now)
        guard case .heard = peer, let offset = content.peer?.clockOffset else { return }
        if offset < .zero - settings.clockLimit { clockAhead = .zero - offset }
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
            return now - ringing.at < settings.unheardAfter ? .heard(ringing) : .unheard
        }
    }
}
