import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// The one writer of stays, room state and wake-ups on a node: it decides by the desks of the house over what the
/// database holds, keeps what was decided in one transaction, has telephones follow, and says whether the peer has it.
package struct GuestDesk: GuestConsolePort {
    /// How often a request is tried that another writer was in the way of.
    static let triesMax = 3
    /// How often is looked whether the peer has read as far.
    static let safetyLookEvery = Duration.milliseconds(20)

    let store: any GuestStorePort
    let board: NodeBoard
    let clock: any ClockPort
    let zone: ZoneRules
    let hasPeer: Bool
    let settings: GuestDeskSettings
    private let kept: @Sendable (GuestOutcome) -> Void

    /// - Parameters:
    ///   - hasPeer: whether the settings name one.
    ///   - kept: told of each change once it is kept, so that telephones follow at once.
    package init(
        store: any GuestStorePort, board: NodeBoard, clock: any ClockPort, zone: ZoneRules, hasPeer: Bool,
        settings: GuestDeskSettings = GuestDeskSettings(), kept: @escaping @Sendable (GuestOutcome) -> Void = { _ in }
    ) {
        self.store = store
        self.board = board
        self.clock = clock
        self.zone = zone
        self.hasPeer = hasPeer
        self.settings = settings
        self.kept = kept
    }

    // MARK: Changing

    package func change(_ request: StayRequest, by author: Author) async throws(GuestFailure) -> StayReceipt {
        let now = clock.wallTime()
        let outcome = try await keep(by: author, at: now, isOwnerOnly: true) { reading throws(GuestFailure) in
            do throws(StayFault) {
                return try reading.frontDesk(in: zone, limits: settings.limits).decide(request, by: author, at: now)
            } catch {
                throw .stay(error)
            }
        }
        return StayReceipt(
            request, outcome.decision, from: outcome.reading.house, to: outcome.house, await safety(of: outcome))
    }

    package func change(_ request: WakeUpRequest, by author: Author) async throws(GuestFailure) -> WakeUpReceipt {
        let now = clock.wallTime()
        let isOpen = settings.acceptsWakeUps && isOwnerDown
        let outcome = try await keep(by: author, at: now, isOwnerOnly: !isOpen) { reading throws(GuestFailure) in
            do throws(WakeUpRefusal) {
                return try reading.frontDesk(in: zone, limits: settings.limits).decide(request, by: author, at: now)
            } catch {
                throw .wakeUps(error)
            }
        }
        return WakeUpReceipt(outcome.decision.wakeUps, in: zone, await safety(of: outcome))
    }

    /// Keeps what is decided; who is overtaken decides anew.
    private func keep(
        by author: Author, at moment: WallTime, isOwnerOnly: Bool,
        _ decide: @Sendable (GuestReading) throws(GuestFailure) -> GuestDecision
    ) async throws(GuestFailure) -> GuestOutcome {
        try requireReadiness()
        var tries = 0
        while true {
            do throws(GuestFailure) {
                let outcome = try await store.change(by: author, at: moment, isOwnerOnly: isOwnerOnly, decide)
                kept(outcome)
                return outcome
            } catch {
                tries += 1
                switch error {
                case .overtaken where tries < Self.triesMax: continue
                case .notOwner(let owner, _): throw .notOwner(owner, isDown: isOwnerDown)
                case .overtaken, .stay, .wakeUps, .unready, .unavailable, .database: throw error
                }
            }
        }
    }

    /// A node that lost a part of what it knew decides nothing before it has it back.
    private func requireReadiness() throws(GuestFailure) {
        let content = board.now
        guard content.isPrepared else { throw .unready(words: "the database is being made ready") }
        guard content.feed.life?.suspectAbove == nil, content.peer?.isRestored != true else {
            throw .unready(words: "this node was restored from an older image and is taking back what it lost")
        }
    }

    private var isOwnerDown: Bool { board.read { $0.peer?.isUnheard == true } }

    // MARK: Safety

    /// Waits until the peer has what was kept, no longer than the settings allow.
    private func safety(of outcome: GuestOutcome) async -> Safety {
        guard hasPeer else { return .here("this node has no peer") }
        guard !outcome.decision.isEmpty else { return await safetyOfWhatWasSo() }
        guard let position = outcome.position else {
            return .here("it is not copied; see: comxfailover coverage")
        }
        return await safety(upTo: position)
    }

    /// Everything was so already; whether the peer knows it is told by what it has read.
    private func safetyOfWhatWasSo() async -> Safety { await safety(upTo: board.read(\.feed.head)) }

    private func safety(upTo position: FeedPosition) async -> Safety {
        let limit = clock.now() + settings.safetyWait
        while true {
            let content = board.now
            if content.peer?.isUnheard == true { return .here("the \(board.mode.peer) is not heard") }
            if let reached = content.acknowledgedByPeer, reached >= position { return .both }
            guard clock.now() < limit, (try? await clock.sleep(for: Self.safetyLookEvery)) != nil else {
                return .here("the \(board.mode.peer) has not confirmed it yet")
            }
        }
    }
}

extension NodeBoard.Content {
    /// How far the peer has durably read this node's present feed; nil where it told nothing about this one.
    fileprivate var acknowledgedByPeer: FeedPosition? {
        guard let facts = peer?.facts, let incarnation = feed.life?.memory.incarnation,
            facts.remembered?.incarnation == incarnation
        else { return nil }
        return facts.acknowledged
    }
}
