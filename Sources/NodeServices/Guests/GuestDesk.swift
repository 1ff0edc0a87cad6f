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
        let (now, course) = (clock.wallTime(), board.read(\.feed.course))
        let outcome = try await keep(by: author, at: now, isOwnerOnly: true) { reading throws(GuestFailure) in
            do throws(StayFault) {
                return try reading.frontDesk(in: zone, limits: settings.limits).decide(request, by: author, at: now)
            } catch {
                throw .stay(error)
            }
        }
        return StayReceipt(
            request, outcome.decision, from: outcome.reading.house, to: outcome.house,
            await safety(of: outcome, in: course))
    }

    package func change(_ request: WakeUpRequest, by author: Author) async throws(GuestFailure) -> WakeUpReceipt {
        let (now, course) = (clock.wallTime(), board.read(\.feed.course))
        let outcome = try await keep(by: author, at: now, isOwnerOnly: !takesWakeUps) { reading throws(GuestFailure) in
            do throws(WakeUpRefusal) {
                return try reading.frontDesk(in: zone, limits: settings.limits).decide(request, by: author, at: now)
            } catch {
                throw .wakeUps(error)
            }
        }
        return WakeUpReceipt(outcome.decision.wakeUps, in: zone, await safety(of: outcome, in: course))
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
        guard !content.takesBackWhatItLost else {
            throw .unready(words: "this node was restored from an older image and is taking back what it lost")
        }
    }

    /// Whether wake-ups are accepted here though the other node owns the guests: it is down, and the settings say so.
    package var takesWakeUps: Bool { settings.acceptsWakeUps && isOwnerDown }

    private var isOwnerDown: Bool { board.read { $0.peer?.isUnheard == true } }
}
